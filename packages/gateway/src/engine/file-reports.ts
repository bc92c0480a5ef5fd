import type { Database, Queryable } from '../database/database.ts';
import { binaryArray } from '../database/binary-array.ts';
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

/** Everything that is kept of a new report. What is `undefined` is stored as null; an object is stored as JSON. */
export type NewReportRow = { readonly [Column in keyof typeof reportColumns | keyof typeof otherColumns]: unknown };

const types = { ...reportColumns, ...otherColumns };
const columns = Object.keys(types) as (keyof NewReportRow)[];
const names = Object.keys(reportColumns).join(', ');

/** How a column's values travel: as bytes, or as texts that the statement turns into what they are. */
const carrierOf = (column: keyof NewReportRow): 'bytea' | 'text' => (types[column] === 'bytea' ? 'bytea' : 'text');
const arrays = columns.map((column, index) => `$${index + 1}::${carrierOf(column)}[]`).join(', ');
const read = columns.map((column) => `${column}::${types[column]}`).join(', ');

const carried = (value: unknown): string | Uint8Array | undefined => {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  // Numbers and booleans read in JSON as the database writes them.
  return JSON.stringify(value);
};

/**
 * One statement, so one journey to the database and one durable transaction: each report with the name of its attempt,
 * its first event, and what must happen later. A name that is taken files nothing.
 *
 * Each column comes as one array, in binary. A parameter for each value takes the driver far longer, and all rows as one JSON
 * text the database: to read that is a third of its work.
 */
const statement = `
with given as materialized (
  select nextval('report_id_seq') as id, place, ${read} from unnest(${arrays}) with ordinality as carried (${columns.join(', ')}, place)
), filed as (
  insert into report (id, ${names}) select id, ${names} from given on conflict (attempt) do nothing returning id, received_at
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

/**
 * Writes new reports. When it returns they are on disk.
 *
 * @returns for each its number, or `undefined` where the attempt's name is taken and nothing was written.
 */
export const fileReports = async (
  database: Queryable,
  rows: readonly NewReportRow[],
): Promise<(string | undefined)[]> => {
  const filed = await database.query<{ place: string; id: string }>(
    statement,
    columns.map((column) =>
      binaryArray(
        carrierOf(column),
        rows.map((row) => carried(row[column])),
      ),
    ),
  );
  const numbers = new Map(filed.map(({ place, id }) => [Number(place), id]));
  return rows.map((_, index) => numbers.get(index + 1));
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
    most: 32,
    atOnce: 1,
    isWorthTryingAlone: isRefused,
  });
