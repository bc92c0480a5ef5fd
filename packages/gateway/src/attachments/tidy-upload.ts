import type { Engine } from '../engine/engine.ts';
import { folderOf } from '../storage/attachment-store.ts';

/**
 * Removes what an upload has no more use for: the pieces of one that is whole, everything of one that was refused or
 * forgotten. A store that is away is no trouble: what is left over goes with the upload's folder in the end.
 */
export const tidyUpload = async ({ database, attachments }: Engine, id: string): Promise<void> => {
  const [row] = await database.query<{ state: string; store_key: string | null }>(
    'select state, store_key from upload where id = $1',
    [id],
  );
  if (row?.state === 'receiving') return;
  const isKept = row !== undefined && row.state !== 'refused' && row.store_key !== null;
  await attachments.empty(folderOf(id), isKept ? (row.store_key ?? undefined) : undefined).catch(() => {});
};
