import { reasonOf } from './reason-of.ts';

/** Waits, unless the signal says that nobody waits any more: then it fails with the signal's reason. */
export const pause = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      if (signal?.aborted) reject(reasonOf(signal));
      else resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
  });

/** How long to wait before a repetition: doubles from half a second, and spreads, so that those who failed together do not come back together. */
export const backOff = (retry: number): number => 250 * 2 ** retry * (0.5 + Math.random());
