import type { CalendarDate } from '../fields/calendar-date.ts';
import { ClockInputError } from './clock-input-error.ts';
import { calendarDateOf, dayNumber, lastDayNumber } from './day-number.ts';
import { workingDayTest, type WorkRules } from './work-week.ts';

/**
 * The date on which the `amount`-th working day after `date` falls. `date` itself is never counted; with 0 the answer
 * is `date`, be it a working day or not.
 *
 * @param amount - a whole number from 0 to 10 000
 * @throws {@link ClockInputError} when an argument is not what it should be, or the answer would lie after 2199.
 */
export function addWorkingDays(date: CalendarDate, amount: number, rules: WorkRules = {}): CalendarDate {
  const start = dayNumber(date, 'addWorkingDays', 'date');
  return calendarDateOf(nthDayAfter(start, amount, workingDayTest(rules, 'addWorkingDays'), 'addWorkingDays'));
}

/**
 * How many working days lie after `afterDate`, up to and including `untilDate`; 0 when `untilDate` is not later.
 *
 * @throws {@link ClockInputError} when an argument is not what it should be.
 */
export function countWorkingDays(afterDate: CalendarDate, untilDate: CalendarDate, rules: WorkRules = {}): number {
  const after = dayNumber(afterDate, 'countWorkingDays', 'afterDate');
  const until = dayNumber(untilDate, 'countWorkingDays', 'untilDate');
  return countDays(after, until, workingDayTest(rules, 'countWorkingDays'));
}

/** {@link addWorkingDays} on day numbers, for any test of which days count. */
export function nthDayAfter(start: number, amount: number, counts: (day: number) => boolean, caller: string): number {
  if (!Number.isInteger(amount) || amount < 0 || amount > 10_000) {
    throw new ClockInputError(caller, 'amount', amount, 'a whole number of days from 0 to 10000');
  }
  let day = start;
  for (let left = amount; left > 0;) {
    day += 1;
    if (day > lastDayNumber)
      throw new ClockInputError(caller, 'amount', amount, 'fewer days: these lead past 2199-12-31');
    if (counts(day)) left -= 1;
  }
  return day;
}

/** {@link countWorkingDays} on day numbers, for any test of which days count. */
export function countDays(after: number, until: number, counts: (day: number) => boolean): number {
  let count = 0;
  for (let day = after + 1; day <= until; day += 1) {
    if (counts(day)) count += 1;
  }
  return count;
}
