import type { Instant } from '@lapor/schemas';
import type { CountedDeadline, DeadlineOptions } from '@lapor/schemas/clock';
import type { ReportState } from '@lapor/schemas/lifecycle';
import type { ClockPolicy } from './clock-policy.ts';
import { nextErasure } from './next-erasure.ts';
import { plannedAction } from './planned-action.ts';

/**
 * When the clock work has to look at a report, as far as its state tells: never too late, and at times too early, since
 * what was done before stands in the events. Whoever looks finds out when to look next.
 *
 * @param deadlines of the report's spans, in their order, where somebody has counted them already: counting is what takes time.
 */
export const clockMomentOf = (
  state: ReportState,
  clock: Omit<DeadlineOptions, 'now'>,
  policy: ClockPolicy,
  deadlines?: readonly CountedDeadline[],
): Instant | null => {
  if (state.closed) return nextErasure(state.closed.at, undefined, policy.retention) ?? null;
  return (
    plannedAction(state, { now: state.updatedAt, clock, policy, done: [], ladder: [state.ownerId], deadlines })?.at ??
    null
  );
};
