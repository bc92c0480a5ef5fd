import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets the database be others' for a while.
 *
 * @param worked milliseconds that were spent in it just now.
 */
export type Rest = (worked: number, signal: AbortSignal) => Promise<void>;

/** Work that nobody waits for takes a tenth of the time: when the database is busy, its steps grow longer and its rests with them. */
const restsPerWork = 9;

/** Milliseconds: one slow statement must not silence it. */
const longestRest = 2_000;

/** Leaves room to those who call. */
export const restForCallers: Rest = async (worked, signal) =>
  wait(Math.min(restsPerWork * worked, longestRest), undefined, { signal }).catch(() => {});

/** For work that is waited for. */
export const withoutRest: Rest = async () => {};
