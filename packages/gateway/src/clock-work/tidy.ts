import type { Instant } from '@lapor/schemas';
import { removeExpiredUploads } from '../attachments/forget-uploads.ts';
import { scanWaitingUploads } from '../attachments/scan-waiting-uploads.ts';
import { removeRedactedFiles } from '../desk/remove-redacted-files.ts';
import type { Engine } from '../engine/engine.ts';
import { oldestAttempt } from './oldest-attempt.ts';

/** Rows that are removed in one statement: few enough for nobody to wait behind them. */
const atOnce = 1_000;

const removeOldAttempts = `
delete from idempotency where (owner, key) in (
  select owner, key from idempotency where created_at <= $1 order by created_at limit ${atOnce} for update skip locked
) returning key`;

/** What was tidied away. */
export interface Tidied {
  readonly attempts: number;
  readonly uploads: number;
}

/**
 * Removes what has served its purpose: answers kept for repetitions, used challenges, forgotten uploads, the bytes of
 * redacted files. Files that wait for the scanner are asked about again.
 */
export const tidy = async (engine: Engine, now: Instant): Promise<Tidied> => {
  const before = oldestAttempt(engine, now);
  let attempts = 0;
  for (let removed = atOnce; removed === atOnce; attempts += removed) {
    removed = (await engine.database.query(removeOldAttempts, [before])).length;
  }
  await scanWaitingUploads(engine);
  await removeRedactedFiles(engine);
  return { attempts, uploads: await removeExpiredUploads(engine, now) };
};
