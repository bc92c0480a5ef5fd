import type { Database } from '../database/database.ts';

/** When keys were last used, kept well enough to find those that nobody uses any more. */
export interface KeyUses {
  /** Notes that a key was used. Costs a caller nothing: it is written later, and at most once a minute for each key. */
  note(keyId: string, now: string): void;
  /** Writes what was noted and not written yet. */
  flush(): Promise<void>;
}

const minute = 60_000;
/** Milliseconds that a note waits, so that the keys of a busy moment are written together. */
const delay = 1_000;

const writeUses = `
update access_key set last_used_at = greatest(last_used_at, used.at)
from unnest($1::text[], $2::timestamptz[]) as used (id, at) where access_key.id = used.id`;

/** Keeps the uses of one gateway's keys. */
export const createKeyUses = (database: Database): KeyUses => {
  const notedAt = new Map<string, number>();
  let waiting = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.size === 0) return;
    const uses = waiting;
    waiting = new Map();
    await database.query(writeUses, [[...uses.keys()], [...uses.values()]]);
  };

  return {
    flush,
    note(keyId, now) {
      const moment = Date.parse(now);
      if (moment - (notedAt.get(keyId) ?? -Infinity) < minute) return;
      notedAt.set(keyId, moment);
      waiting.set(keyId, now);
      // A use that cannot be written now is of no consequence: the next one is noted a minute later.
      timer ??= setTimeout(() => void flush().catch(() => {}), delay).unref();
    },
  };
};
