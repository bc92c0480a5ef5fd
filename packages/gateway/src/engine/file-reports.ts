import type { Database, Queryable } from '../database/database.ts';
import { inBatches } from '../database/in-batches.ts';

/** The columns of a new report, with their types. */
const reportColumns = {
  attempt: 'bytea',
  request_hash: 'bytea',
  receipt: 'json',
  site_id: 'text',
  token_hash: 'bytea',
  classification: 'text',
  title: 'text',
  content: 'text',
  masked_title: 'text',
  masked_content: 'text',
  category_id: 'text',
  answers: 'jsonb',
  region_code: 'text',
  landmark: 'text',
  latitude: 'double precision',
  longitude: 'double precision',
  accuracy_metres: 'double precision',
  incident_date: 'date',
  channel: 'text',
  language: 'text',
  notice_version: 'text',
  sequence: 'integer',
  status: 'text',
  owner_id: 'text',
  coordinator_id: 'text',
  anonymous: 'boolean',
  confidential: 'boolean',
  received_at: 'timestamptz',
  updated_at: 'timestamptz',
  next_due_at: 'timestamptz',
  next_due_kind: 'text',
  clock_at: 'timestamptz',
  state: 'jsonb',
} as const;

/** What is kept of a new report in other tables: its first event, and who reported. */
const otherColumns = {
  event: 'jsonb',
  event_hash: 'bytea',
  reporter_name: 'text',
  reporter_email: 'text',
  reporter_phone: 'text',
  reporter_notify_by: 'text',
} as const;

/** Everything that is kept of a new report. What is `undefined` is stored as null. */
export type NewReportRow = { readonly [Column in keyof typeof reportColumns | keyof typeof otherColumns]: unknown };

const columns = Object.entries({ ...reportColumns, ...otherColumns });
const names = columns.map(([name]) => name) as (keyof NewReportRow)[];
const ownNames = Object.keys(reportColumns).join(', ');

/** One row of values; the types that the first one names are those of all. */
const placesOf = (row: number): string =>
  `(${row}, ${columns.map(([, type], column) => `$${row * columns.length + column + 1}${row === 0 ? `::${type}` : ''}`).join(', ')})`;

/**
 * One statement, so one journey to the database and one durable transaction: each report with the name of its attempt,
 * its first event, and what must happen later. A name that is taken files nothing.
 */
const statementFor = (count: number): string => `
with given as materialized (
  select nextval('report_id_seq') as id, given.* from (values ${Array.from({ length: count }, (_, row) => placesOf(row)).join(', ')}) as given (place, ${names.join(', ')})
), filed as (
  insert into report (id, ${ownNames}) select id, ${ownNames} from given on conflict (attempt) do nothing returning id, received_at
), logged as (
  insert into report_event (report_id, sequence, event, hash) select id, 0, event, event_hash from given where id in (select id from filed)
), queued as (
  insert into outbox (report_id, sequence, created_at) select id, 0, received_at from filed
), identified as (
  insert into report_identity (report_id, name, email, phone, notify_by)
  select id, reporter_name, reporter_email, reporter_phone, reporter_notify_by from given
  where id in (select id from filed) and coalesce(reporter_name, reporter_email, reporter_phone, reporter_notify_by) is not null
)
select place, id from given where id in (select id from filed)`;

const statements = new Map<number, string>();
const statementOf = (count: number): string => {
  const known = statements.get(count) ?? statementFor(count);
  statements.set(count, known);
  return known;
};

/**
 * Writes new reports. When it returns they are on disk.
 *
 * @returns for each its number, or `undefined` where the attempt's name is taken and nothing was written.
 */
export const fileReports = async (
  database: Queryable,
  rows: readonly NewReportRow[],
): Promise<(string | undefined)[]> => {
  const filed = await database.query<{ place: number; id: string }>(
    statementOf(rows.length),
    rows.flatMap((row) => names.map((name) => row[name])),
  );
  const numbers = new Map(filed.map(({ place, id }) => [place, id]));
  return rows.map((_, place) => numbers.get(place));
};

/** Writes one new report, as {@link fileReports}. */
export type ReportFiler = (row: NewReportRow) => Promise<string | undefined>;

/** A report that the database refuses, or that waits for another replica that waits for it, must not take the others with it. */
const isRefused = (error: unknown): boolean => (error as { severity?: unknown }).severity === 'ERROR';

/**
 * Files the reports of this process. Those that come at the same time share a statement: what costs a database most
 * about a report is its transaction, and a crowd is when it matters.
 */
export const createReportFiler = (database: Database): ReportFiler =>
  inBatches((rows) => fileReports(database, rows), {
    sizes: [32, 16, 8, 4, 2, 1],
    atOnce: 1,
    isWorthTryingAlone: isRefused,
  });
