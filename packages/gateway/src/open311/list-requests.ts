import type { Conditions } from '../reports/list-reports.ts';
import { createConditions } from '../reports/list-reports.ts';
import { withinRegion } from '../reports/within-region.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import type { Answer } from './answer.ts';
import { given, givenList, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';
import { serviceRequestColumns, serviceRequestOf, type ServiceRequestRow } from './service-request.ts';
import { generalService } from './services.ts';
import { pagingOf, timeWindowOf } from './time-window.ts';

/** Numbers that may be asked for at once. */
const mostIds = 1_000;

/** What nobody but its reporter and its officers may see, and what is nothing but a line of the statistics any more. */
export const addPublic = ({ texts }: Conditions): void => void texts.push('not confidential', 'erased_at is null');

const addStatus = (conditions: Conditions, asked: readonly string[]): void => {
  const wanted = new Set(asked.map((status) => status.toLowerCase()));
  if ([...wanted].some((status) => status !== 'open' && status !== 'closed'))
    throw new Open311Fault(400, 'statusUnknown');
  if (wanted.size !== 1) return;
  conditions.texts.push(`status ${wanted.has('closed') ? 'in' : 'not in'} ('completed', 'archived')`);
};

const addServices = (conditions: Conditions, codes: readonly string[]): void => {
  if (codes.length === 0) return;
  const general = codes.includes(generalService) ? 'category_id is null or ' : '';
  conditions.add(`(${general}category_id = any(?::text[]))`, codes);
};

/** A number as a report has it. Others belong to no report. */
const isNumber = (id: string): boolean => /^\d{1,18}$/.test(id);

const read = async (
  call: Open311Call,
  conditions: Conditions,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Answer> => {
  const rows = await call.engine.database.query<ServiceRequestRow>(
    `select ${serviceRequestColumns} from report where ${conditions.texts.join(' and ')} order by id desc limit ${limit} offset ${offset}`,
    conditions.values,
  );
  return { root: 'service_requests', isPublic: true, value: rows.map((row) => serviceRequestOf(call, row)) };
};

/** `GET requests/ID`. @throws Open311Fault when the public may not know of it. */
export const showRequest = async (call: Open311Call, id: string): Promise<Answer> => {
  const conditions = createConditions();
  addPublic(conditions);
  // As text: leading zeros count.
  conditions.add('id = ?::bigint', isNumber(id) ? id : '-1');
  conditions.add('tracking_id = ?', id);
  const answer = await read(call, conditions, { limit: 1, offset: 0 });
  if ((answer.value as readonly unknown[]).length === 0) throw new Open311Fault(404, 'requestUnknown');
  return answer;
};

/** `GET requests`: those whose numbers are given, wherever they lie; else those of the jurisdiction's region in a span of time. */
export const listRequests = (call: Open311Call, site: SiteRecord): Promise<Answer> => {
  const { query } = call;
  const conditions = createConditions();
  addPublic(conditions);
  if (given(query, 'service_request_id') !== undefined) {
    const ids = givenList(query, 'service_request_id').filter(isNumber).slice(0, mostIds);
    conditions.add('id = any(?::bigint[])', ids);
    conditions.add('tracking_id = any(?::text[])', ids);
    return read(call, conditions, { limit: mostIds, offset: 0 });
  }
  const { from, until } = timeWindowOf(call);
  const paging = pagingOf(call);
  addStatus(conditions, givenList(query, 'status'));
  addServices(conditions, givenList(query, 'service_code'));
  conditions.add('received_at >= ?', from);
  conditions.add('received_at <= ?', until);
  conditions.add(withinRegion('region_code', site.regionCode, '?'), site.regionCode);
  if (!site.features.publicList) return Promise.resolve({ root: 'service_requests', isPublic: true, value: [] });
  return read(call, conditions, paging);
};
