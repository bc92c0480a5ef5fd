import type { listReports, Query } from '@lapor/schemas/contract';
import type { Queryable } from '../database/database.ts';
import { readCursor, writeCursor } from '../paging/cursor.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type ReportRow, reportColumns } from './report-row.ts';
import { findFewMatches, isAmongMany } from './find-few-matches.ts';
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

/**
 * Adds the filters of a list. Days are days of the region's zone, given as an offset from UTC by the caller's site.
 *
 * @param matches what the search finds, when that is few.
 */
export const addFilters = (
  conditions: Conditions,
  filters: ReportFilters,
  timeZone: string,
  matches?: readonly string[],
): void => {
  const { q, status, classification, category, institution, region, from, until } = filters;
  if (matches !== undefined) conditions.add('id = any(?::bigint[])', matches);
  else if (q !== undefined) conditions.add(isAmongMany('?'), q);
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

/** A page of a list, and where the next one begins. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

/** How a page of the public list is read. */
export interface PublicPage {
  /** The statement that reads columns of `report`, `id` among them, newest first; with one row more than the page has. */
  statementFor(columns: string): string;
  readonly values: readonly unknown[];
  /** Makes the page of what the statement gave. */
  cut<Row extends { readonly id: string }>(rows: readonly Row[]): Page<Row>;
}

/**
 * One page of the public list.
 *
 * @throws Refusal `cursorInvalid`.
 */
export const publicPage = async (
  database: Queryable,
  { cursor, limit, ...filters }: Query<typeof listReports>,
  timeZone: string,
): Promise<PublicPage> => {
  const list = `reports ${JSON.stringify(filters)}`;
  const conditions = createConditions();
  // Of a report whose texts were erased nothing is left to read.
  conditions.texts.push('not confidential', 'erased_at is null');
  const matches = filters.q === undefined ? undefined : await findFewMatches(database, filters.q);
  addFilters(conditions, filters, timeZone, matches);
  if (cursor !== undefined) {
    const [id] = readCursor(list, cursor);
    if (typeof id !== 'string' || !/^\d{1,18}$/.test(id)) throw new Refusal('cursorInvalid');
    conditions.add('id < ?', id);
  }
  return {
    statementFor: (columns) =>
      `select ${columns} from report where ${conditions.texts.join(' and ')} order by id desc limit ${limit + 1}`,
    values: conditions.values,
    cut(rows) {
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      const isMore = last !== undefined && rows.length > limit;
      return { rows: page, nextCursor: isMore ? writeCursor(list, [last.id]) : null };
    },
  };
};

/** One page of the public list, newest first, with all that is kept of its reports. */
export const listPublicReports = async (
  database: Queryable,
  query: Query<typeof listReports>,
  timeZone: string,
): Promise<Page<ReportRow>> => {
  const page = await publicPage(database, query, timeZone);
  return page.cut(await database.query<ReportRow>(page.statementFor(reportColumns), page.values));
};
