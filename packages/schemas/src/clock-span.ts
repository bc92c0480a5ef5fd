import type { DeadlineKind } from './deadline.ts';
import type { Instant } from './fields/instant.ts';

/**
 * A clock as the events leave it: what it is for, which event started it, and how it ended, if it has.
 *
 * Spans know nothing of calendars; `@lapor/schemas/clock` turns them into deadlines.
 */
export interface ClockSpan {
  readonly kind: DeadlineKind;
  /** Number of the event, within the report, that started the clock. */
  readonly startedBy: number;
  readonly startedAt: Instant;
  /** When the promise was kept (`met`) or no longer owed (`lifted`). */
  readonly ended?: { readonly at: Instant; readonly how: 'met' | 'lifted' };
  /** For `completion`: which service standard applies, as judged when the report was verified. */
  readonly supervision?: 'supervisory' | 'nonSupervisory';
  /** When that was judged. Too late for a promise that had been broken by then. */
  readonly judgedAt?: Instant;
}
