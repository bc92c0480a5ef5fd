import type { Queryable } from '../database/database.ts';

/** More matches than these are so many that a list in its own order soon meets enough of them. */
const fewMatches = 5_000;

const textMatches = `select id from report where search @@ websearch_to_tsquery('simple', $1) limit ${fewMatches + 1}`;

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
  const found = await database.query<{ id: string }>(
    trackingId === undefined
      ? textMatches
      : `select id from report where id = $2::text::bigint and tracking_id = $2::text union all (${textMatches})`,
    trackingId === undefined ? [text] : [text, trackingId],
  );
  return found.length > fewMatches ? undefined : found.map((row) => row.id);
};

/**
 * The condition that a report is among the many that a search finds. In words that no index knows, so that the list is
 * walked in its own order until it has enough of them.
 *
 * @param value where the text stands in the statement.
 */
export const isAmongMany = (value: string): string =>
  `coalesce(report.search, ''::tsvector) @@ websearch_to_tsquery('simple', ${value})`;
