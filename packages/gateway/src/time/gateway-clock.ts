import type { Instant } from '@lapor/schemas';

/** Where the gateway takes the time from: the machine's clock, or a sandbox's clock that can be moved forward. */
export interface GatewayClock {
  now(): Instant;
  /** Learns what another replica has made of the time. A clock that nobody moves has nothing to learn. */
  refresh?(): Promise<void>;
}

/** An instant without fractions of a second, as the contract writes it. */
export const instantOf = (date: Date): Instant => `${date.toISOString().slice(0, 19)}Z`;

/** The machine's own clock. */
export const systemClock: GatewayClock = { now: () => instantOf(new Date()) };
