import type { DeadlineKind, Instant } from '@lapor/schemas';
import {
  addWorkingDays,
  calendarDateIn,
  type CountedDeadline,
  type DeadlineOptions,
  deadlineOf,
  endOfDay,
} from '@lapor/schemas/clock';
import type { ClockSpan, EventOf, ReportState, SystemAction } from '@lapor/schemas/lifecycle';
import type { ClockPolicy } from './clock-policy.ts';
import { atHour, later, workingDaysBefore } from './moments.ts';

/** What the clock does by itself, and from when on. */
export interface PlannedAction {
  readonly at: Instant;
  readonly action: SystemAction;
}

/** What the clock did to a report before, as its events tell: by them nothing is done twice. */
export type ClockEvent = EventOf<'reminded'> | EventOf<'escalated'> | EventOf<'closureAnnounced'>;

/** What a plan depends on besides the report itself. */
export interface PlanContext {
  readonly now: Instant;
  readonly clock: Omit<DeadlineOptions, 'now'>;
  readonly policy: ClockPolicy;
  readonly done: readonly ClockEvent[];
  /** Who is told of a missed deadline, the nearest first. */
  readonly ladder: readonly string[];
  /** The deadlines of the report's spans, in their order, where somebody has counted them already. */
  readonly deadlines?: readonly CountedDeadline[] | undefined;
}

type Plan = (
  deadline: CountedDeadline,
  state: ReportState,
  span: ClockSpan,
  context: PlanContext,
) => PlannedAction | undefined;

/** Of several clocks of one kind at most one runs, so whatever was done for this kind since its start was done for it. */
const isAbout =
  ({ kind, startedBy }: CountedDeadline) =>
  (event: ClockEvent): boolean =>
    event.type !== 'closureAnnounced' && event.deadlineKind === kind && event.sequence > startedBy;

const reminder: Plan = (deadline, { ownerId }, { startedAt }, { now, clock, policy, done }) => {
  const { kind, dueOn, dueAt, timeZone } = deadline;
  const at = atHour(workingDaysBefore(dueOn, policy.remindBefore, clock), policy.messageHour, timeZone);
  // Who has just got a report needs no reminder of it, and who is late hears more than a reminder.
  if (at <= startedAt || now >= dueAt || done.some((event) => event.type === 'reminded' && isAbout(deadline)(event)))
    return undefined;
  return { at, action: { type: 'remind', deadlineKind: kind, to: ownerId } };
};

/** One level for every few working days that a deadline stays missed, until nobody is left to tell. */
const escalation: Plan = (deadline, _state, _span, { clock, policy, done, ladder }) => {
  const { kind, dueOn, dueAt, timeZone } = deadline;
  const told = done.filter(isAbout(deadline)).flatMap((event) => (event.type === 'escalated' ? [event.to] : []));
  const to = ladder.find((id) => !told.includes(id));
  if (to === undefined) return undefined;
  const at =
    told.length === 0 ? dueAt : endOfDay(addWorkingDays(dueOn, told.length * policy.escalateEvery, clock), timeZone);
  return { at, action: { type: 'escalate', level: told.length + 1, to, deadlineKind: kind } };
};

const institutionOwes: Plan = (...facts) => reminder(...facts) ?? escalation(...facts);

/** Nobody's report closes unannounced, nor before a whole working day has passed since the announcement. */
const closing: Plan = (
  { dueOn, dueAt, timeZone },
  { status, closureAnnounced },
  { startedAt },
  { now, clock, policy, done },
) => {
  if (status !== 'followedUp') return undefined;
  const announcement = closureAnnounced ? done.findLast((event) => event.type === 'closureAnnounced') : undefined;
  if (announcement)
    return { at: later(dueAt, endOfDay(announcement.closesOn, timeZone)), action: { type: 'closeAutomatically' } };
  const nextWorkingDay = addWorkingDays(calendarDateIn(now, timeZone), 1, clock);
  return {
    at: later(startedAt, atHour(workingDaysBefore(dueOn, policy.announceBefore, clock), policy.messageHour, timeZone)),
    action: { type: 'announceClosure', closesOn: dueOn > nextWorkingDay ? dueOn : nextWorkingDay },
  };
};

const lawLimit: Plan = ({ dueAt }, { ombudsmanOffered }) =>
  ombudsmanOffered ? undefined : { at: dueAt, action: { type: 'offerOmbudsman' } };

/** The standard for the whole report is shown and counted, and nobody is chased for it: it may pass while the reporter is waited for. */
const plans: Readonly<Record<DeadlineKind, Plan | undefined>> = {
  verification: institutionOwes,
  followUp: institutionOwes,
  reporterResponse: closing,
  completion: undefined,
  legalLimit: lawLimit,
};

/**
 * What the clock does next to a report, and when: now, if `at` is not later than `context.now`. Pure; nothing for a
 * closed report, nor for one for which everything has been done.
 */
export const plannedAction = (state: ReportState, context: PlanContext): PlannedAction | undefined => {
  if (state.closed) return undefined;
  let next: PlannedAction | undefined;
  for (const [index, span] of state.spans.entries()) {
    const plan = plans[span.kind];
    if (plan === undefined || span.ended) continue;
    const deadline = context.deadlines?.[index] ?? deadlineOf(span, { ...context.clock, now: context.now });
    const planned = plan(deadline, state, span, context);
    if (planned && (next === undefined || planned.at < next.at)) next = planned;
  }
  return next;
};
