import type { Instant } from '@lapor/schemas';
import type { DeadlineOptions } from '@lapor/schemas/clock';
import type { LifecycleEvent, ReportState } from '@lapor/schemas/lifecycle';
import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import { erasureAt, nextErasure } from '../clock-plan/next-erasure.ts';
import { type ClockEvent, plannedAction } from '../clock-plan/planned-action.ts';
import type { Directory } from '../directory/directory.ts';
import { escalationLadder } from '../directory/escalation-ladder.ts';

/** What the moment depends on besides the report. */
export interface LookContext {
  readonly now: Instant;
  readonly clock: Omit<DeadlineOptions, 'now'>;
  readonly policy: ClockPolicy;
  readonly directory: Directory;
}

const isClockEvent = (event: LifecycleEvent): event is ClockEvent =>
  event.type === 'reminded' || event.type === 'escalated' || event.type === 'closureAnnounced';

/**
 * When the clock work has to look at a report at the latest, by everything that is known of it; nothing when nothing will
 * ever be due by itself. A moment before that does no harm: who looks too early finds out when to look again.
 *
 * @param erasedAt when the report's texts were erased.
 */
export const latestLook = (
  state: ReportState,
  events: readonly LifecycleEvent[],
  erasedAt: Date | null,
  { now, clock, policy, directory }: LookContext,
): Instant | undefined => {
  if (!state.closed) {
    const ladder = escalationLadder(state, directory);
    return plannedAction(state, { now, clock, policy, done: events.filter(isClockEvent), ladder })?.at;
  }
  const textsEnd = erasureAt(state.closed.at, 'texts', policy.retention);
  return erasedAt === null && textsEnd <= now ? textsEnd : nextErasure(state.closed.at, now, policy.retention);
};
