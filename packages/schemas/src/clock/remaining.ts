import type { Deadline, TimeLimit } from '../deadline.ts';
import type { Instant } from '../fields/instant.ts';
import { dayNumberIn, isKnownZone } from './calendar-date-in.ts';
import { dayNumber } from './day-number.ts';
import type { CountedDeadline } from './deadlines.ts';
import { epochSeconds } from './epoch-seconds.ts';
import { workingDayTest, type WorkRules } from './work-week.ts';
import { countDays } from './working-days.ts';

/** How a deadline stands, as a person would say it. */
export interface RemainingTime {
  /**
   * - `left`: still open and in time; `days` are those to come after today, so 0 means that today is the last.
   * - `overdue`: still open and too late; `days` are those that have begun since the last day, so it stays 0 until the
   *   first working day after it.
   * - `settled`: kept or no longer owed; `days` are those by which that came too late, 0 when it came in time.
   */
  readonly phase: 'left' | 'overdue' | 'settled';
  readonly days: number;
  /** What was counted: the unit of the deadline's own limit. */
  readonly unit: TimeLimit['unit'];
}

/**
 * How much of a deadline is left at `now`, or by how much it is overdue. Of an open deadline the present decides,
 * not its `state`, so that one fetched yesterday is told rightly today.
 *
 * @returns `undefined` for a deadline that a newer gateway counted in a unit or a zone not known here: show its `dueOn`.
 * @throws {@link ClockInputError} when the deadline, `now` or a rule does not fit its schema, or lies outside 1970 to 2199.
 */
export function remainingOf(deadline: CountedDeadline, rules: WorkRules & { readonly now: Instant }): RemainingTime;
export function remainingOf(
  deadline: Deadline,
  rules: WorkRules & { readonly now: Instant },
): RemainingTime | undefined;
export function remainingOf(
  deadline: Deadline,
  { now, ...rules }: WorkRules & { readonly now: Instant },
): RemainingTime | undefined {
  const {
    timeZone,
    endedAt,
    state,
    limit: { unit },
  } = deadline;
  if (!isKnownZone(timeZone) || !isKnownUnit(unit)) return undefined;
  const counts = unit === 'workingDay' ? workingDayTest(rules, 'remainingOf') : () => true;
  const due = dayNumber(deadline.dueOn, 'remainingOf', 'dueOn');

  if (endedAt !== undefined) {
    const ended = dayNumberIn(endedAt, timeZone, 'remainingOf', 'endedAt');
    return { phase: 'settled', days: countDays(due, ended, counts), unit };
  }
  if (state === 'met' || state === 'lifted') return { phase: 'settled', days: 0, unit };
  const today = dayNumberIn(now, timeZone, 'remainingOf', 'now');
  if (epochSeconds(now, 'remainingOf', 'now') < epochSeconds(deadline.dueAt, 'remainingOf', 'dueAt')) {
    return { phase: 'left', days: countDays(today, due, counts), unit };
  }
  return { phase: 'overdue', days: countDays(due, today, counts), unit };
}

function isKnownUnit(unit: string): unit is TimeLimit['unit'] {
  return unit === 'workingDay' || unit === 'day';
}
