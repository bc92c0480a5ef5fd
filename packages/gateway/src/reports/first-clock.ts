import type { Instant } from '@lapor/schemas';
import { type CountedDeadline, deadlinesOf } from '@lapor/schemas/clock';
import type { ReportState } from '@lapor/schemas/lifecycle';
import { clockMomentOf } from '../clock-plan/clock-moment.ts';
import type { ClockPolicy } from '../clock-plan/clock-policy.ts';
import { nextDeadlineAmong } from '../events/projection.ts';
import { clockOf } from '../sites/site-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What the clock says of a report that has just been received. */
export interface FirstClock {
  readonly deadlines: readonly CountedDeadline[];
  readonly next: CountedDeadline | undefined;
  /** When the clock work has to look at it. */
  readonly clockAt: Instant | null;
}

interface Counted {
  readonly name: string;
  readonly policy: ClockPolicy;
  readonly clock: FirstClock;
}

/** What was counted last for each site, as long as its record lives. */
const counted = new WeakMap<SiteRecord, Counted>();

const count = (state: ReportState, clock: ReturnType<typeof clockOf>, policy: ClockPolicy): FirstClock => {
  const deadlines = deadlinesOf(state.spans, { ...clock, now: state.receivedAt });
  return { deadlines, next: nextDeadlineAmong(deadlines), clockAt: clockMomentOf(state, clock, policy, deadlines) };
};

/**
 * Counts the first deadlines of a report. All that a site receives within one second in one zone have the same, and
 * counting days takes longer than anything else about a report; so they are counted once for all of those.
 */
export const firstClockOf = (
  state: ReportState,
  site: SiteRecord,
  regionCode: string,
  policy: ClockPolicy,
): FirstClock => {
  const clock = clockOf(site, regionCode);
  const name = `${state.receivedAt} ${clock.timeZone}`;
  const known = counted.get(site);
  if (known?.name === name && known.policy === policy) return known.clock;
  const fresh = count(state, clock, policy);
  counted.set(site, { name, policy, clock: fresh });
  return fresh;
};
