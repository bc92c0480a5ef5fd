import type { Language, NewReport } from '@lapor/schemas';
import { submitReport } from '@lapor/schemas/contract';
import type { SiteRecord } from '../sites/site-record.ts';
import { newReportSchemaOf } from './body-schema.ts';
import { readParts } from './read-parts.ts';

/**
 * Reads a report that came by another door as the contract's own operation would read it, under the limits of its site.
 *
 * @param attempt the name under which it is filed.
 * @throws Refusal `validationFailed` with everything that is wrong with it.
 */
export const readNewReport = (site: SiteRecord, language: Language, report: unknown, attempt: string): NewReport => {
  const headers = new Headers({ 'idempotency-key': attempt });
  const parts = { path: {}, query: new URLSearchParams(), headers, body: report };
  return readParts(submitReport, parts, language, newReportSchemaOf(site)).body as NewReport;
};
