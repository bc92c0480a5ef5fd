import type { Deadline, DeadlineKind, DeadlineState, TimeLimit } from '../deadline.ts';
import type { Instant } from '../fields/instant.ts';
import type { TimeZone } from '../fields/time-zone.ts';
import type { ClockSpan } from '../clock-span.ts';
import { dayNumberIn, midnight } from './calendar-date-in.ts';
import { ClockInputError } from './clock-input-error.ts';
import { calendarDateOf, yearOf } from './day-number.ts';
import { epochSeconds, instantOf } from './epoch-seconds.ts';
import { calendarVersion } from './merge-calendars.ts';
import { defaultTimeLimits, type TimeLimits } from './time-limits.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { defaultWorkRules, workingDayTest, type WorkRules } from './work-week.ts';
import { nthDayAfter } from './working-days.ts';

/** What deadlines are counted with, besides the spans themselves. */
export interface DeadlineOptions extends WorkRules {
  /** The zone of the region in which the report is handled. */
  readonly timeZone: TimeZone;
  /** The present. It decides only whether an open deadline is `running` or `missed`. */
  readonly now: Instant;
  /** @default defaultTimeLimits */
  readonly limits?: TimeLimits;
}

/** A deadline as this module counts it: of the kinds and states that it knows. In an answer, both are open sets. */
export interface CountedDeadline extends Deadline {
  readonly kind: DeadlineKind;
  readonly limit: TimeLimit;
  readonly timeZone: TimeZone;
  readonly state: DeadlineState;
}

/**
 * The deadline of one span. Counting begins on the day after the one on which the clock started, in the region's zone.
 *
 * A promise kept or lifted at `dueAt` or later is `missed` with an `endedAt`: what came too late stays visible, and a
 * deadline that was missed never becomes anything else. A `completion` whose supervision is not judged yet is held to
 * the shorter, non-supervisory standard; and so is one that was judged supervisory when that had passed already.
 *
 * `calendarVersion` names the tables of just those years in which days were counted, and is `none` where no table was
 * used, as for plain days.
 *
 * @throws {@link ClockInputError} when a span or an option does not fit its schema, or a date would leave 1970 to 2199.
 */
export function deadlineOf(span: ClockSpan, options: DeadlineOptions): CountedDeadline {
  return counter(options, 'deadlineOf')(span);
}

/**
 * The deadlines of all spans, in their order. Each depends on its own span alone, so that neither further events nor a
 * second reading can move one.
 *
 * @throws {@link ClockInputError} as {@link deadlineOf}.
 */
export function deadlinesOf(spans: readonly ClockSpan[], options: DeadlineOptions): CountedDeadline[] {
  return spans.map(counter(options, 'deadlinesOf'));
}

function counter(options: DeadlineOptions, caller: string): (span: ClockSpan) => CountedDeadline {
  const { timeZone, limits = defaultTimeLimits, calendar = defaultWorkRules.calendar } = options;
  const isWorking = workingDayTest(options, caller);
  const now = epochSeconds(options.now, caller, 'now');

  return (span) => {
    const start = dayNumberIn(span.startedAt, timeZone, caller, 'startedAt');
    const lastDay = ({ amount, unit }: TimeLimit): number =>
      nthDayAfter(start, amount, unit === 'workingDay' ? isWorking : () => true, caller);
    const wasJudgedTooLate = ({ judgedAt, kind }: ClockSpan): boolean =>
      kind === 'completion' &&
      judgedAt !== undefined &&
      dayNumberIn(judgedAt, timeZone, caller, 'judgedAt') > lastDay(limits.completion.nonSupervisory);
    const limit = wasJudgedTooLate(span) ? limits.completion.nonSupervisory : limitOf(span, limits, caller);
    const due = lastDay(limit);
    const dueAt = midnight(due + 1, timeZone, caller);
    return {
      kind: span.kind,
      startedBy: span.startedBy,
      startsOn: calendarDateOf(start),
      dueOn: calendarDateOf(due),
      dueAt: instantOf(dueAt),
      limit: { amount: limit.amount, unit: limit.unit },
      timeZone,
      ...tablesUsed(calendar, limit, start, due),
      ...stateOf(span, dueAt, now, caller),
    };
  };
}

function limitOf(span: ClockSpan, limits: TimeLimits, caller: string): TimeLimit {
  switch (span.kind) {
    case 'completion':
      return limits.completion[span.supervision === 'supervisory' ? 'supervisory' : 'nonSupervisory'];
    case 'verification':
    case 'followUp':
    case 'reporterResponse':
    case 'legalLimit':
      return limits[span.kind];
    default:
      throw new ClockInputError(
        caller,
        'kind',
        span.kind satisfies never,
        'a kind of deadline that `DeadlineKind` knows',
      );
  }
}

function tablesUsed(
  calendar: WorkCalendar,
  limit: TimeLimit,
  start: number,
  due: number,
): Pick<Deadline, 'calendarVersion' | 'provisional'> {
  if (limit.unit === 'day' || due === start) return { calendarVersion: 'none', provisional: false };
  const [first, last] = [yearOf(start + 1), yearOf(due)];
  const covered = calendar.years.filter(({ year }) => year >= first && year <= last).length;
  return { calendarVersion: calendarVersion(calendar, first, last), provisional: covered <= last - first };
}

function stateOf(
  { ended }: ClockSpan,
  dueAt: number,
  now: number,
  caller: string,
): Pick<CountedDeadline, 'state' | 'endedAt'> {
  if (!ended) return { state: now < dueAt ? 'running' : 'missed' };
  const inTime = epochSeconds(ended.at, caller, 'ended.at') < dueAt;
  return { state: inTime ? ended.how : 'missed', endedAt: ended.at };
}
