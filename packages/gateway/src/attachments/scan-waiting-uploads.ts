import type { Engine } from '../engine/engine.ts';
import { tidyUpload } from './tidy-upload.ts';

/** Files that are asked about in one round. In no order, so that one without an answer does not stand before the others. */
const waiting = `select id, store_key from upload where state = 'checking' order by random() limit 100`;

/**
 * Asks the scanner again about files for which it had no answer: those found clean are handed out from now on, those
 * found infected are removed.
 *
 * @returns how many files got their answer.
 */
export const scanWaitingUploads = async (engine: Engine): Promise<number> => {
  const { scan, database, attachments } = engine;
  if (scan === undefined) return 0;
  let answered = 0;
  for (const { id, store_key } of await database.query<{ id: string; store_key: string }>(waiting, [])) {
    const content = await attachments.get(store_key);
    const verdict = content ? await scan(content) : 'unknown';
    if (verdict === 'unknown') continue;
    await database.query(`update upload set state = $2 where id = $1 and state = 'checking'`, [
      id,
      verdict === 'clean' ? 'ready' : 'refused',
    ]);
    await tidyUpload(engine, id);
    answered += 1;
  }
  return answered;
};
