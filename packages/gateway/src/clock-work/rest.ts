import { setTimeout as wait } from 'node:timers/promises';

/**
 * Lets the database be others' for a while.
 *
 * @param worked milliseconds that were spent in it just now.
 */
export type Rest = (worked: number, signal: AbortSignal) => Promise<void>;

/** Milliseconds: one slow statement must not silence it. */
const longestRest = 2_000;

/** Leaves room to those who call: when the database is busy, steps grow longer and the rests after them too. */
const restOf =
  (restsPerWork: number): Rest =>
  async (worked, signal) =>
    wait(Math.min(restsPerWork * worked, longestRest), undefined, { signal }).catch(() => {});

/** Between the steps that hand on: large ones, a tenth of the time. */
export const restFromHandingOn = restOf(9);

/** Between what a courier carries: a few rows that are found by an index, a quarter of the time for each receiver. */
export const restFromCarrying = restOf(3);

/** For work that is waited for. */
export const withoutRest: Rest = async () => {};
