import type { Instant } from '@lapor/schemas';
import { type Rest, withoutRest } from './rest.ts';

/**
 * Carries what waits in rows of its own to others outside, who may be slow or away: each of them in its own time, so that
 * nobody waits for anybody else.
 */
export interface Courier {
  readonly name: string;
  /**
   * Begins everything that is due and not under way yet, without waiting for its end.
   *
   * @param rest is taken between the steps of what has many.
   */
  beginDue(signal: AbortSignal, rest: Rest): Promise<void>;
  /** Resolves when nothing is under way, with how much was attempted since it was last asked. */
  settled(): Promise<number>;
  /** Removes what has served its purpose. */
  tidy?(now: Instant): Promise<void>;
  /** Lets go of its connections. */
  close(): Promise<void>;
}

/** Carries until nothing is left that can be attempted now. What waits behind something else is due, and is not attempted. */
export const carryAll = async (courier: Courier, signal: AbortSignal): Promise<void> => {
  await courier.settled();
  do await courier.beginDue(signal, withoutRest);
  while ((await courier.settled()) > 0);
};
