import type { Instant } from '@lapor/schemas';
import type { Retention } from '../clock-plan/clock-policy.ts';
import { type ErasedKind, erasedKinds, erasureAt } from '../clock-plan/next-erasure.ts';
import type { Queryable } from '../database/database.ts';
import { forgetIdentity } from '../reports/forget-reporter.ts';

const forgetSupporters = (transaction: Queryable, reportId: string): Promise<unknown> =>
  transaction.query('delete from report_support where report_id = $1', [reportId]);

/**
 * The digests of the texts stand beside their events, so the chain stays whole. Uploads become nobody's, and go with
 * their bytes when uploads are tidied.
 */
const forgetTexts = async (transaction: Queryable, reportId: string, now: Instant): Promise<void> => {
  await transaction.query('delete from report_text where report_id = $1', [reportId]);
  await transaction.query(`update upload set report_id = null, expires_at = null, name = '' where report_id = $1`, [
    reportId,
  ]);
  await transaction.query(
    `update report set title = '', content = '', masked_title = null, masked_content = null, answers = null, landmark = null, latitude = null, longitude = null,
       accuracy_metres = null, erased_at = $2 where id = $1`,
    [reportId, now],
  );
};

/** How each is erased. Each can be done again without harm. */
const erasures: Readonly<
  Record<ErasedKind, (transaction: Queryable, reportId: string, now: Instant) => Promise<unknown>>
> = {
  supporters: forgetSupporters,
  identity: forgetIdentity,
  texts: forgetTexts,
};

/** Erases of a closed report, within its transaction, whatever has been kept long enough. */
export const eraseWhatIsOver = async (
  transaction: Queryable,
  reportId: string,
  closedAt: Instant,
  now: Instant,
  retention: Retention,
): Promise<void> => {
  for (const kind of erasedKinds) {
    if (erasureAt(closedAt, kind, retention) <= now) await erasures[kind](transaction, reportId, now);
  }
};
