import type { PostOutcome } from './post-to-receiver.ts';

/** What becomes of a delivery after an attempt. */
export interface Verdict {
  readonly state: 'queued' | 'delivered' | 'failed';
  readonly status: number | null;
  readonly error: string | null;
  /** Seconds until the next attempt, where there is one. */
  readonly pause: number | null;
  /** Whether the receiver said that it is gone for good. */
  readonly isGone: boolean;
}

/** The longest that a receiver may ask to be left alone, in seconds. */
const longestPause = 86_400;

const errorOf = ({ status, error }: PostOutcome): string | null => {
  if (error !== undefined) return error;
  return status !== undefined && status >= 300 && status < 400 ? 'redirects are not followed' : null;
};

/**
 * Judges an attempt. Only 2xx counts as taken; 410 is the end; everything else is tried again as long as there are pauses
 * left, each drawn a little longer or shorter so that receivers that come back are not met by everything at once.
 *
 * @param failures how often it failed before this attempt.
 * @param random from 0 to 1.
 */
export const judgeAttempt = (
  outcome: PostOutcome,
  failures: number,
  pauses: readonly number[],
  random: number = Math.random(),
): Verdict => {
  const { status = null, retryAfter = 0 } = outcome;
  const facts = { status, error: errorOf(outcome), isGone: status === 410 };
  if (status !== null && status >= 200 && status < 300) return { ...facts, state: 'delivered', pause: null };
  const pause = pauses[failures];
  if (facts.isGone || pause === undefined) return { ...facts, state: 'failed', pause: null };
  const drawn = pause * (0.8 + 0.4 * random);
  return { ...facts, state: 'queued', pause: Math.max(drawn, Math.min(retryAfter, longestPause)) };
};
