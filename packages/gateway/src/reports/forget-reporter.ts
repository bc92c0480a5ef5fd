import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { appendEvents } from '../events/append-events.ts';
import { clockOf } from '../sites/site-clock.ts';
import { lockReports } from './lock-reports.ts';

/** Deletes who reported and how to reach them. With it goes what they were told: the digest of an address is about somebody too. */
export const forgetIdentity = async (transaction: Queryable, reportId: string): Promise<void> => {
  await transaction.query('delete from report_identity where report_id = $1', [reportId]);
  await transaction.query('delete from notification where report_id = $1', [reportId]);
};

/**
 * Forgets at once who filed a report, because they ask for it (UU 27/2022, article 8), and notes that in its log. The report
 * itself goes on, as one whose reporter is not known; the token goes on too.
 *
 * @returns false when there is no such report.
 */
export const forgetReporter = async (engine: Engine, trackingId: string, now: string): Promise<boolean> => {
  // Before the transaction: an embedded database has one connection.
  const sites = await engine.sites.get();
  return engine.database.transaction(async (transaction) => {
    const row = (await lockReports(transaction, [trackingId])).get(trackingId);
    if (row === undefined) return false;
    await forgetIdentity(transaction, row.id);
    await appendEvents(transaction, row, {
      events: [{ type: 'redacted', parts: ['identity'] }],
      by: { kind: 'system' },
      at: now,
      clock: clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code),
      policy: engine.clockPolicy,
    });
    return true;
  });
};
