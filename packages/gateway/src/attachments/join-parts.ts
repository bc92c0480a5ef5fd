import { buffer } from 'node:stream/consumers';
import type { Engine } from '../engine/engine.ts';

/** The bytes of an upload from its pieces; `undefined` when one is not there, because somebody else has joined them. */
export const joinParts = async ({ database, attachments }: Engine, uploadId: string): Promise<Buffer | undefined> => {
  const parts = await database.query<{ store_key: string }>(
    'select store_key from upload_part where upload_id = $1 order by starts_at',
    [uploadId],
  );
  const joined: Buffer[] = [];
  for (const { store_key } of parts) {
    const stream = await attachments.get(store_key);
    if (stream === undefined) return undefined;
    joined.push(await buffer(stream));
  }
  return Buffer.concat(joined);
};
