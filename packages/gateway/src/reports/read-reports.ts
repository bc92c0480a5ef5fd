import type { Database } from '../database/database.ts';
import { inBatches } from '../database/in-batches.ts';
import { type History, historyColumn, historyOf, type HistoryRows } from './history.ts';
import { type ReportRow, reportColumns } from './report-row.ts';

/** A report with everything that happened to it. */
export interface ReportWithHistory {
  readonly row: ReportRow;
  readonly history: History;
}

const statement = `select ${reportColumns}, ${historyColumn} from report where id = any($1::bigint[])`;

/**
 * Reads reports with their histories, each by its number. Those that are asked for at the same time share a statement,
 * as those that are filed do; each is read after it was asked for.
 *
 * The function must not be called within a transaction: others may be waiting for the same statement.
 */
export const createReportReader = (
  database: Database,
): ((trackingId: string) => Promise<ReportWithHistory | undefined>) =>
  inBatches(
    async (trackingIds) => {
      const rows = await database.query<ReportRow & { readonly history: HistoryRows }>(statement, [
        [...new Set(trackingIds)],
      ]);
      // By the number as a text: leading zeros count, although they do not in the database.
      const found = new Map(rows.map((row) => [row.tracking_id, { row, history: historyOf(row.history) }]));
      return trackingIds.map((trackingId) => found.get(trackingId));
    },
    { most: 32, atOnce: 4, isWorthTryingAlone: () => false },
  );
