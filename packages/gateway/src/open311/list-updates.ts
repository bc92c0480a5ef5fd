import { createConditions } from '../reports/list-reports.ts';
import { historyColumn, historyOf, type HistoryRows } from '../reports/history.ts';
import { isPublic, nameableReports } from '../reports/nameable-reports.ts';
import { type ReportRow, reportColumns } from '../reports/report-row.ts';
import { timelineOf } from '../reports/timeline.ts';
import { withinRegion } from '../reports/within-region.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import type { Answer } from './answer.ts';
import { addPublic } from './list-requests.ts';
import { given, givenList, type Open311Call } from './open311-call.ts';
import { statusOf } from './service-request.ts';
import { pagingOf, type TimeWindow, timeWindowOf } from './time-window.ts';

type RowWithHistory = ReportRow & { readonly history: HistoryRows };

/** Reports that are looked through for one answer. */
const mostReports = 1_000;

/** The name of an update: the report's number and the event's. The same wherever it is told. */
export const updateId = (trackingId: string, sequence: number): string => `${trackingId}-${sequence}`;

/** What happened to one report within a span of time, as everybody may read it. Its reception is no update. */
const updatesOf = async (call: Open311Call, row: RowWithHistory, { from, until }: TimeWindow) => {
  const { engine, directory, language, now } = call;
  const history = historyOf(row.history);
  const nameable = await nameableReports(engine.database, history, isPublic);
  const timeline = timelineOf(
    history,
    { directory, language, now },
    { texts: 'masked', nameable, attachments: new Map() },
  );
  const [earliest, latest] = [Date.parse(from), Date.parse(until)];
  return timeline
    .filter(({ type, at }) => type !== 'received' && Date.parse(at) >= earliest && Date.parse(at) <= latest)
    .map(({ sequence, at, status, message, summary }) => ({
      update_id: updateId(row.tracking_id, sequence),
      service_request_id: row.tracking_id,
      status: statusOf(status.code),
      external_status_code: status.code,
      updated_datetime: at,
      description: message ?? summary,
      media_url: null,
    }));
};

/** `GET servicerequestupdates`: what happened to the public reports of a jurisdiction, oldest first. */
export const listUpdates = async (call: Open311Call, site: SiteRecord): Promise<Answer> => {
  const window = timeWindowOf(call);
  const { limit, offset } = pagingOf(call);
  const conditions = createConditions();
  addPublic(conditions);
  conditions.add('updated_at >= ?', window.from);
  if (given(call.query, 'service_request_id') === undefined) {
    conditions.add('received_at <= ?', window.until);
    conditions.add(withinRegion('region_code', site.regionCode, '?'), site.regionCode);
    if (!site.features.publicList) conditions.texts.push('false');
  } else {
    const ids = givenList(call.query, 'service_request_id').filter((id) => /^\d{1,18}$/.test(id));
    conditions.add('id = any(?::bigint[])', ids.slice(0, mostReports));
    conditions.add('tracking_id = any(?::text[])', ids.slice(0, mostReports));
  }
  const rows = await call.engine.database.query<RowWithHistory>(
    `select ${reportColumns}, ${historyColumn} from report where ${conditions.texts.join(' and ')} order by updated_at, id limit ${mostReports}`,
    conditions.values,
  );
  const updates = (await Promise.all(rows.map((row) => updatesOf(call, row, window)))).flat();
  updates.sort((one, other) => Date.parse(one.updated_datetime) - Date.parse(other.updated_datetime));
  return { root: 'service_request_updates', isPublic: true, value: updates.slice(offset, offset + limit) };
};
