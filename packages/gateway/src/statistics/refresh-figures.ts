import type { ReportState } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { clockOf } from '../sites/site-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { createFigureReader } from './report-figure.ts';

/** Any number that no other program is likely to lock: replicas that are asked at once bring the figures up to date once. */
const lock = 717_081_711;

/** Reports in one transaction: few enough for nobody to wait behind them. */
const atOnce = 2_000;

/**
 * Numbers below the highest one counted that are looked through for reports without a figure: those that were numbered
 * earlier but kept later. A report is kept within seconds of its number.
 */
const lateArrivals = 5_000;

const takeChanged = `
with taken as (delete from report_change where id in (select id from report_change order by id limit ${atOnce}) returning report_id)
select distinct report_id from taken`;

const findHighest = 'select coalesce(max(report_id), 0) as highest from report_figure';

const findNew = `
select id as report_id from report
where id > $1 and not exists (select from report_figure where report_id = report.id and report_id > $1)
order by id limit ${atOnce}`;

interface FiguredRow extends Pick<ReportState, 'receivedAt' | 'spans'> {
  rating: number | null;
  report_id: string;
  site_id: string | null;
  region_code: string | null;
}

const readReports = `
select id as report_id, site_id, region_code, state ->> 'receivedAt' as "receivedAt", state -> 'spans' as spans, (state ->> 'rating')::integer as rating
from report where id = any($1::bigint[])`;

/** What lists know of a report is taken from its row as it is now; what only its state tells comes as `$1`. */
const writeFigures = `
insert into report_figure (report_id, received_on, region_code, category_id, owner_id, classification, status, confidential, rating, outcomes,
  verification_due_at, follow_up_due_at, reporter_response_due_at, completion_due_at, legal_limit_due_at)
select report.id, "receivedOn", region_code, category_id, owner_id, classification, status, confidential, rating, outcomes,
  verification, "followUp", "reporterResponse", completion, "legalLimit"
from jsonb_to_recordset($1::jsonb) as figure (report_id bigint, "receivedOn" date, rating smallint, outcomes smallint[],
  verification timestamptz, "followUp" timestamptz, "reporterResponse" timestamptz, completion timestamptz, "legalLimit" timestamptz)
join report on report.id = figure.report_id
on conflict (report_id) do update set region_code = excluded.region_code, category_id = excluded.category_id, owner_id = excluded.owner_id,
  classification = excluded.classification, status = excluded.status, confidential = excluded.confidential, rating = excluded.rating, outcomes = excluded.outcomes,
  verification_due_at = excluded.verification_due_at, follow_up_due_at = excluded.follow_up_due_at,
  reporter_response_due_at = excluded.reporter_response_due_at, completion_due_at = excluded.completion_due_at, legal_limit_due_at = excluded.legal_limit_due_at`;

/** Reports of one site and zone share a clock. */
const figureRows = (reports: readonly FiguredRow[], sites: ReadonlyMap<string, SiteRecord>): object[] => {
  const readers = new Map<string, ReturnType<typeof createFigureReader>>();
  return reports.map(({ report_id, site_id, region_code, rating, ...state }) => {
    const clock = clockOf(site_id === null ? undefined : sites.get(site_id), region_code);
    const key = `${site_id} ${clock.timeZone}`;
    const read = readers.get(key) ?? createFigureReader(clock);
    readers.set(key, read);
    const { dueAt, ...figure } = read({ ...state, ...(rating !== null && { rating }) });
    return { report_id, ...figure, ...dueAt };
  });
};

/** Reports whose figure is out of date, and when there are none those that have none yet. */
const findStale = async (transaction: Queryable): Promise<string[]> => {
  const changed = await transaction.query<{ report_id: string }>(takeChanged, []);
  if (changed.length > 0) return changed.map((row) => row.report_id);
  const [figures] = await transaction.query<{ highest: string }>(findHighest, []);
  const added = await transaction.query<{ report_id: string }>(findNew, [Number(figures?.highest ?? 0) - lateArrivals]);
  return added.map((row) => row.report_id);
};

/** Brings one portion up to date. A change that is noted meanwhile is seen next time: each has a row of its own. */
const refreshSome = async (transaction: Queryable, sites: ReadonlyMap<string, SiteRecord>): Promise<number> => {
  await transaction.query('select pg_advisory_xact_lock($1)', [lock]);
  const ids = await findStale(transaction);
  if (ids.length === 0) return 0;
  const reports = await transaction.query<FiguredRow>(readReports, [ids]);
  await transaction.query(writeFigures, [JSON.stringify(figureRows(reports, sites))]);
  return ids.length;
};

/**
 * Brings the figures up to date with every report that is kept by now. Where nothing happened since the last time it
 * costs two small questions; after a large import it may take a minute for each million of reports.
 *
 * @returns how many reports were looked at.
 */
export const refreshFigures = async (engine: Pick<Engine, 'database' | 'sites'>): Promise<number> => {
  const sites = await engine.sites.get();
  for (let count = 0; ;) {
    const done = await engine.database.transaction((transaction) => refreshSome(transaction, sites));
    if (done === 0) return count;
    count += done;
  }
};

/**
 * Makes all figures anew: after a change of the working days of years that are over already, which they were counted with.
 *
 * @returns how many reports were looked at.
 */
export const rebuildFigures = async (engine: Pick<Engine, 'database' | 'sites'>): Promise<number> => {
  await engine.database.query('delete from report_figure', []);
  return refreshFigures(engine);
};
