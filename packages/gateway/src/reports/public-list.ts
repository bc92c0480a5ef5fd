import type { listReports, Query } from '@lapor/schemas/contract';
import type { Database } from '../database/database.ts';
import { sharingRuns } from '../database/sharing-runs.ts';
import { type PublicPage, readPublicPage } from './list-reports.ts';
import { summaryColumns, type SummaryRow } from './report-summary.ts';

/** A line of the list with the number by which it is ordered. */
type ListedRow = SummaryRow & { readonly id: string };

/**
 * Reads pages of the public list. What most people look at is the first page of a site: those who ask for the same page at
 * the same time share its reading.
 */
export const createPublicList = (
  database: Database,
): ((query: Query<typeof listReports>, timeZone: string) => Promise<PublicPage<ListedRow>>) => {
  const read = sharingRuns(({ statement, values }: { statement: string; values: readonly unknown[] }) =>
    database.query<ListedRow>(statement, values),
  );
  return (query, timeZone) =>
    readPublicPage(query, timeZone, summaryColumns, (statement, values) =>
      read(`${statement} ${JSON.stringify(values)}`, { statement, values }),
    );
};
