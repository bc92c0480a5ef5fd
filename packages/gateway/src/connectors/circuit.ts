import type { ForwardingRules } from './forwarding-options.ts';

/** Keeps a system that is away from being asked by everybody at once. */
export interface Circuit {
  /** How many calls may be made now: none while it is open, one to try when its pause is over. */
  allows(): 'all' | 'one' | 'none';
  /** The system answered, whatever it said. */
  close(): void;
  /** @param retryAfter seconds for which it asked to be left alone. */
  fail(retryAfter?: number): void;
}

/**
 * Counts failures one after another. Each process has its own: what one learns costs the others a call each, and they need
 * not agree on anything.
 *
 * @param now milliseconds that only ever grow.
 */
export const createCircuit = (
  { circuitFailures, circuitPauses: [first, longest] }: Pick<ForwardingRules, 'circuitFailures' | 'circuitPauses'>,
  now: () => number = () => performance.now(),
): Circuit => {
  let failures = 0;
  let pause = first;
  let openUntil: number | undefined;
  return {
    allows() {
      if (openUntil === undefined) return 'all';
      return now() >= openUntil ? 'one' : 'none';
    },
    close() {
      failures = 0;
      pause = first;
      openUntil = undefined;
    },
    fail(retryAfter = 0) {
      failures += 1;
      const wasOpen = openUntil !== undefined;
      if (!wasOpen && failures < circuitFailures && retryAfter === 0) return;
      if (wasOpen) pause = Math.min(2 * pause, longest);
      // Drawn, so that replicas which lost it together do not come back together.
      const drawn = pause * (0.8 + 0.4 * Math.random());
      openUntil = now() + 1000 * Math.max(drawn, Math.min(retryAfter, longest));
    },
  };
};
