import type { Queryable } from '../database/database.ts';
import { type ReportRow, reportColumns } from './report-row.ts';

/**
 * Locks several reports until the transaction ends, by number. They are locked in the order of their ids, so that two
 * who want the same ones never wait for each other.
 */
export const lockReports = async (
  transaction: Queryable,
  trackingIds: readonly string[],
): Promise<ReadonlyMap<string, ReportRow>> => {
  const rows = await transaction.query<ReportRow>(
    `select ${reportColumns} from report where tracking_id = any($1::text[]) order by id for update`,
    [trackingIds],
  );
  return new Map(rows.map((row) => [row.tracking_id, row]));
};
