import type { listReports, Query } from '@lapor/schemas/contract';
import type { Queryable } from '../database/database.ts';
import { readCursor, writeCursor } from '../paging/cursor.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type ReportRow, reportColumns } from './report-row.ts';
import { withinRegion } from './within-region.ts';

/** The filters that every list of reports understands. */
export type ReportFilters = Omit<Query<typeof listReports>, 'cursor' | 'limit'>;

/** A statement under construction: conditions with their values, numbered as they come. */
export interface Conditions {
  readonly texts: string[];
  readonly values: unknown[];
  /** Adds a condition; every `?` in it stands for the value. */
  add(text: string, value: unknown): void;
}

/** An empty list of conditions. */
export const createConditions = (): Conditions => {
  const texts: string[] = [];
  const values: unknown[] = [];
  return {
    texts,
    values,
    add(text, value) {
      values.push(value);
      texts.push(text.replaceAll('?', `$${values.length}`));
    },
  };
};

/** Adds the filters of a list. Days are days of the region's zone, given as an offset from UTC by the caller's site. */
export const addFilters = (conditions: Conditions, filters: ReportFilters, timeZone: string): void => {
  const { q, status, classification, category, institution, region, from, until } = filters;
  if (q !== undefined) conditions.add(`search @@ websearch_to_tsquery('simple', ?)`, q);
  if (status !== undefined) conditions.add('status = ?', status);
  if (classification !== undefined) conditions.add('classification = ?', classification);
  if (category !== undefined) conditions.add('category_id = ?', category);
  if (institution !== undefined)
    conditions.add('owner_id in (select id from institution where path @> array[?]::text[])', institution);
  if (region !== undefined) conditions.add(withinRegion('region_code', region, '?'), region);
  // The zone is one of three fixed names, never a caller's text.
  if (from !== undefined) conditions.add(`received_at >= (?::date)::timestamp at time zone '${timeZone}'`, from);
  if (until !== undefined) conditions.add(`received_at < (?::date + 1)::timestamp at time zone '${timeZone}'`, until);
};

/** A page of the public list, and where the next one begins. */
export interface PublicPage<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** Reads the rows of a page; what is asked comes as a statement with its values. */
export type ReadPage<Row> = (statement: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/**
 * One page of the public list, newest first.
 *
 * @param columns which columns of `report` are read; `id` must be among them.
 */
export const readPublicPage = async <Row extends { readonly id: string }>(
  { cursor, limit, ...filters }: Query<typeof listReports>,
  timeZone: string,
  columns: string,
  read: ReadPage<Row>,
): Promise<PublicPage<Row>> => {
  const list = `reports ${JSON.stringify(filters)}`;
  const conditions = createConditions();
  // Of a report whose texts were erased nothing is left to read.
  conditions.texts.push('not confidential', 'erased_at is null');
  addFilters(conditions, filters, timeZone);
  if (cursor !== undefined) {
    const [id] = readCursor(list, cursor);
    if (typeof id !== 'string' || !/^\d{1,18}$/.test(id)) throw new Refusal('cursorInvalid');
    conditions.add('id < ?', id);
  }
  const rows = await read(
    `select ${columns} from report where ${conditions.texts.join(' and ')} order by id desc limit ${limit + 1}`,
    conditions.values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: last !== undefined && rows.length > limit ? writeCursor(list, [last.id]) : null };
};

/** One page of the public list, newest first, with all that is kept of its reports. */
export const listPublicReports = (
  database: Queryable,
  query: Query<typeof listReports>,
  timeZone: string,
): Promise<PublicPage<ReportRow>> =>
  readPublicPage(query, timeZone, reportColumns, (statement, values) => database.query(statement, values));
