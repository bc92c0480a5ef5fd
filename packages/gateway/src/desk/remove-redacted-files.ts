import { folderOf } from '../storage/attachment-store.ts';
import type { Engine } from '../engine/engine.ts';

/** Files that are removed in one step. */
const atOnce = 100;

/**
 * Removes the bytes of files that are kept from everybody although their report stays: redacted ones. Whoever redacts
 * calls it for that report; called for all, now and then, it removes what a gateway that died had left.
 *
 * @returns how many were removed.
 */
export const removeRedactedFiles = async ({ database, attachments }: Engine, reportId?: string): Promise<number> => {
  const rows = await database.query<{ id: string }>(
    `select id from upload where state = 'refused' and store_key is not null and report_id is not null and ($1::bigint is null or report_id = $1) limit ${atOnce}`,
    [reportId ?? null],
  );
  for (const { id } of rows) {
    await attachments.empty(folderOf(id));
    await database.query('update upload set store_key = null where id = $1', [id]);
  }
  return rows.length;
};
