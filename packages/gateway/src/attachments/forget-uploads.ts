import type { Engine } from '../engine/engine.ts';
import { folderOf } from '../storage/attachment-store.ts';

/** Uploads that are forgotten in one step. */
const atOnce = 100;

/**
 * Marks before anything is removed, so that no report can take an upload whose bytes are going. Without a report and
 * without an expiry is what belonged to a report that has been deleted.
 */
const markExpired = `
update upload set state = 'refused', expires_at = $1
where report_id is null and id in (
  select id from upload where report_id is null and (expires_at is null or expires_at <= $1) limit ${atOnce} for update skip locked
) returning id`;

const markOwn = `update upload set state = 'refused', expires_at = $3 where id = $1 and key_id = $2 and report_id is null returning id`;

/** Bytes first: if the gateway dies in between, the row is still there, and the next round removes both. */
const removeMarked = async ({ database, attachments }: Engine, id: string): Promise<void> => {
  await attachments.empty(folderOf(id));
  await database.query('delete from upload where id = $1 and report_id is null', [id]);
};

/**
 * Removes uploads that no report uses and that have expired, with their bytes, and those of reports that were deleted.
 *
 * @returns how many were removed.
 */
export const removeExpiredUploads = async (engine: Engine, now: string): Promise<number> => {
  let removed = 0;
  for (;;) {
    const marked = await engine.database.query<{ id: string }>(markExpired, [now]);
    for (const { id } of marked) await removeMarked(engine, id);
    removed += marked.length;
    if (marked.length < atOnce) return removed;
  }
};

/** Removes one upload of a caller at once. False when a report uses it. */
export const forgetUpload = async (engine: Engine, id: string, keyId: string, now: string): Promise<boolean> => {
  const marked = await engine.database.query(markOwn, [id, keyId, now]);
  if (marked.length > 0) await removeMarked(engine, id);
  return marked.length > 0;
};
