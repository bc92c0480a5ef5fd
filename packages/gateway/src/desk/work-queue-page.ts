import type { CalendarDate, TimeZone } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { type Conditions, createConditions } from '../reports/list-reports.ts';
import { type ReportRow, reportColumns } from '../reports/report-row.ts';
import type { WorkQueueSource } from './work-queue-source.ts';

/** One stretch of a list in one order. By deadline, what has none follows what has one, the newest first. */
export type Part = 'due' | 'rest' | 'received';

/** The last report that was seen: the part in which it lies, and the columns of that part's order. */
export interface Position {
  readonly part: Part;
  readonly at: string;
  readonly id: string;
}

/** What of a list to read. */
export interface Stretch {
  readonly source: WorkQueueSource;
  readonly part: Part;
  readonly after: Position | undefined;
  readonly count: number;
  /** Only what was due by then. */
  readonly dueBy: string | undefined;
  /** Only what was received on these days, in this zone. */
  readonly days: {
    readonly from: CalendarDate | undefined;
    readonly until: CalendarDate | undefined;
    readonly timeZone: TimeZone;
  };
}

/** A row with the columns of every order. */
export type QueueRow = ReportRow & { readonly next_due_at: Date | null };

/** The table whose indexes are in the queue's order. */
const orderedTable = ({ of }: WorkQueueSource): string => (of === 'viewer' ? 'viewed' : 'report');

const orderOf = (part: Part, table: string, id: string): string =>
  part === 'due' ? `${table}.next_due_at, ${table}.${id}` : `${table}.received_at desc, ${table}.${id} desc`;

const addStretch = (conditions: Conditions, { source, part, after, dueBy, days }: Stretch): void => {
  const table = orderedTable(source);
  const id = source.of === 'viewer' ? 'report_id' : 'id';
  if (part === 'due') conditions.texts.push(`${table}.next_due_at is not null`);
  if (part === 'rest') conditions.texts.push(`${table}.next_due_at is null`);
  if (dueBy !== undefined) conditions.add(`${table}.next_due_at <= ?`, dueBy);
  // The zone is one of three fixed names, never a caller's text.
  if (days.from !== undefined)
    conditions.add(`${table}.received_at >= (?::date)::timestamp at time zone '${days.timeZone}'`, days.from);
  if (days.until !== undefined)
    conditions.add(`${table}.received_at < (?::date + 1)::timestamp at time zone '${days.timeZone}'`, days.until);
  if (after?.part !== part) return;
  conditions.values.push(after.at, after.id);
  const [at, last] = [`$${conditions.values.length - 1}::timestamptz`, `$${conditions.values.length}::bigint`];
  conditions.texts.push(
    part === 'due'
      ? `(${table}.next_due_at, ${table}.${id}) > (${at}, ${last})`
      : `(${table}.received_at, ${table}.${id}) < (${at}, ${last})`,
  );
};

/** Of many holders each gives as many as are wanted, and the first of all those are the page. */
const selectOfEach = (holders: string, id: string, rows: string, { part, count, source }: Stretch): string => {
  const table = orderedTable(source);
  return `select held.${id} from unnest(${holders}::text[]) as holder (holder_id) cross join lateral (
    select ${table}.${id}, ${table}.next_due_at, ${table}.received_at from ${rows}
    order by ${orderOf(part, table, id)} limit ${count}) as held order by ${orderOf(part, 'held', id)} limit ${count}`;
};

/** The reports of a stretch. */
const selectIds = (stretch: Stretch, conditions: Conditions): string => {
  const { source, part, count } = stretch;
  const value = (one: unknown): string => `$${conditions.values.push(one)}`;
  const where = (...first: string[]): string => `where ${[...first, ...conditions.texts, 'true'].join(' and ')}`;
  switch (source.of) {
    case 'everything':
      return `select id from report ${where()} order by ${orderOf(part, 'report', 'id')} limit ${count}`;
    case 'viewer': {
      const { institutionId, elsewhere } = source;
      const known = 'report_institution as viewed join report on report.id = viewed.report_id';
      const isKnown = `viewed.institution_id = ${value(institutionId)}`;
      if (elsewhere === undefined)
        return `select report_id from ${known} ${where(isKnown)} order by ${orderOf(part, 'viewed', 'report_id')} limit ${count}`;
      const rows = `${known} ${where(isKnown, 'viewed.elsewhere_id = holder.holder_id')}`;
      return selectOfEach(value(elsewhere), 'report_id', rows, stretch);
    }
    case 'holders':
      return selectOfEach(
        value(source.ids),
        'id',
        `report ${where(`report.${source.column} = holder.holder_id`)}`,
        stretch,
      );
  }
};

/**
 * Reads a stretch of the work queue, in order.
 *
 * @param addFilters adds conditions on columns of `report`.
 */
export const readStretch = (
  database: Queryable,
  stretch: Stretch,
  addFilters: (conditions: Conditions) => void,
): Promise<QueueRow[]> => {
  const conditions = createConditions();
  addStretch(conditions, stretch);
  addFilters(conditions);
  const ids = selectIds(stretch, conditions);
  return database.query<QueueRow>(
    `select ${reportColumns}, next_due_at from report where id in (${ids}) order by ${orderOf(stretch.part, 'report', 'id')}`,
    conditions.values,
  );
};
