import type { Database } from '../database/database.ts';
import { inBatches } from '../database/in-batches.ts';
import { type History, historyColumn, historyOf, type HistoryRows } from './history.ts';
import { type ReportRow, reportColumns } from './report-row.ts';
import { versionColumn } from './row-version.ts';

/** A report with everything that happened to it. */
export interface ReportWithHistory {
  readonly row: ReportRow;
  readonly history: History;
  readonly version: string;
}

/** Those that are asked for at the same time share a statement, as those that are filed do; each is read after it was asked for. */
const sharing = { most: 64, atOnce: 4, isWorthTryingAlone: () => false } as const;

interface Numbered {
  readonly tracking_id: string;
}

/** Reads rows by the numbers of their reports. */
const byNumber = <Row extends Numbered>(
  database: Database,
  columns: string,
): ((trackingId: string) => Promise<Row | undefined>) =>
  inBatches(async (trackingIds) => {
    const rows = await database.query<Row>(`select ${columns} from report where id = any($1::bigint[])`, [
      [...new Set(trackingIds)],
    ]);
    // By the number as a text: leading zeros count, although they do not in the database.
    const found = new Map(rows.map((row) => [row.tracking_id, row]));
    return trackingIds.map((trackingId) => found.get(trackingId));
  }, sharing);

/**
 * Reads reports with their histories, each by its number.
 *
 * The function must not be called within a transaction: others may be waiting for the same statement.
 */
export const createReportReader = (
  database: Database,
): ((trackingId: string) => Promise<ReportWithHistory | undefined>) => {
  const read = byNumber<ReportRow & { readonly history: HistoryRows; readonly version: string }>(
    database,
    `${reportColumns}, ${historyColumn}, ${versionColumn}`,
  );
  return async (trackingId) => {
    const row = await read(trackingId);
    return row && { row, history: historyOf(row.history), version: row.version };
  };
};

/** Reads only in which version reports are, each by its number. As {@link createReportReader}, not within a transaction. */
export const createVersionReader = (database: Database): ((trackingId: string) => Promise<string | undefined>) => {
  const read = byNumber<Numbered & { readonly version: string }>(database, `tracking_id, ${versionColumn}`);
  return async (trackingId) => (await read(trackingId))?.version;
};
