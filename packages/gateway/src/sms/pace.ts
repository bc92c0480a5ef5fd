import { setTimeout as pause } from 'node:timers/promises';

/** How fast messages go out. */
export interface Pace {
  /** Waits until the next message may go. @throws when the signal is aborted. */
  wait(signal: AbortSignal): Promise<void>;
  /** The SMSC said that it was too fast. */
  slowDown(): void;
  /** The SMSC took one: a little faster again, up to the pace at the beginning. */
  speedUp(): void;
  /** Milliseconds between two messages at present. */
  readonly gap: number;
}

/** Milliseconds between two messages at most, however often the SMSC complains. */
const longestGap = 30_000;

/** What the first complaint makes of a gap that is shorter. */
const firstGap = 200;

/** A pace that halves with every complaint and recovers by a fifth with every message that is taken. */
export const createPace = (perSecond: number): Pace => {
  const shortestGap = 1_000 / perSecond;
  let gap = shortestGap;
  let next = 0;
  return {
    async wait(signal) {
      const now = performance.now();
      const at = Math.max(now, next);
      next = at + gap;
      if (at > now) await pause(at - now, undefined, { signal });
      signal.throwIfAborted();
    },
    slowDown() {
      gap = Math.min(longestGap, Math.max(firstGap, gap * 2));
      next = Math.max(next, performance.now() + gap);
    },
    speedUp() {
      gap = Math.max(shortestGap, gap * 0.8);
    },
    get gap() {
      return gap;
    },
  };
};
