import { LRUCache } from 'lru-cache';
import type { Queryable } from '../database/database.ts';

/** More matches than these are so many that a list in its own order soon meets enough of them. */
const fewMatches = 5_000;

const textMatches = `select id from report where search @@ websearch_to_tsquery('simple', $1) limit ${fewMatches + 1}`;

/**
 * Texts that were found to have many matches, in each database. To learn it takes longer the more there are, and it stays so:
 * reports are erased by the few. If it does not, the list is only read more slowly.
 */
const common = new WeakMap<Queryable, LRUCache<string, true>>();

const commonIn = (database: Queryable): LRUCache<string, true> => {
  const known = common.get(database) ?? new LRUCache<string, true>({ max: 500, ttl: 3_600_000 });
  common.set(database, known);
  return known;
};

/**
 * The reports that a search finds, when they are few; `undefined` when they are many. The planner cannot know which:
 * it takes a rare word for a common one, and reads a million reports to find three, or sorts a hundred thousand to show twenty.
 *
 * @param trackingId the report of this number is found as well.
 */
export const findFewMatches = async (
  database: Queryable,
  text: string,
  trackingId?: string,
): Promise<string[] | undefined> => {
  const many = commonIn(database);
  if (many.has(text)) return undefined;
  const found = await database.query<{ id: string }>(
    trackingId === undefined
      ? textMatches
      : `select id from report where id = $2::text::bigint and tracking_id = $2::text union all (${textMatches})`,
    trackingId === undefined ? [text] : [text, trackingId],
  );
  if (found.length <= fewMatches) return found.map((row) => row.id);
  many.set(text, true);
  return undefined;
};

/**
 * The condition that a report is among the many that a search finds. In words that no index knows, so that the list is
 * walked in its own order until it has enough of them.
 *
 * @param value where the text stands in the statement.
 */
export const isAmongMany = (value: string): string =>
  `coalesce(report.search, ''::tsvector) @@ websearch_to_tsquery('simple', ${value})`;
