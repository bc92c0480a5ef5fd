import { createNewReportSchema } from '@lapor/schemas';
import { endpoints, type Endpoint, type OperationId } from '@lapor/schemas/contract';
import type { SiteRecord } from '../sites/site-record.ts';
import type { RequestContext } from './request-context.ts';

/** Building a schema costs more than using it; a site's lives as long as its record. */
const schemas = new WeakMap<SiteRecord, ReturnType<typeof createNewReportSchema>>();

/** What a report to this site must be. */
export const newReportSchemaOf = (site: SiteRecord) => {
  const known = schemas.get(site);
  if (known !== undefined) return known;
  const schema = createNewReportSchema(site.limits);
  schemas.set(site, schema);
  return schema;
};

/** The schema of a body: the endpoint's own, except that a report is judged by the limits of its site. */
export const bodySchemaOf = (operationId: OperationId, { identity }: RequestContext) =>
  operationId === 'submitReport' && identity.kind === 'site'
    ? newReportSchemaOf(identity.site)
    : (endpoints[operationId] as Endpoint).request?.schema;
