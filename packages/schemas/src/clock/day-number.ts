import type { CalendarDate } from '../fields/calendar-date.ts';
import { ClockInputError } from './clock-input-error.ts';

const millisecondsInDay = 86_400_000;
const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The number of 2199-12-31, the last day that the clock counts to. The first is 1970-01-01, number 0. */
export const lastDayNumber = 84_005;

/**
 * Days from 1970-01-01 to a calendar date. Whole numbers carry no hours, so no zone can shift them.
 *
 * @throws {@link ClockInputError} when `date` is no such day or lies outside 1970-01-01 to 2199-12-31.
 */
export function dayNumber(date: CalendarDate, caller: string, part: string): number {
  const day = civilDay(date);
  if (day === undefined || day < 0 || day > lastDayNumber) {
    throw new ClockInputError(caller, part, date, 'a date as YYYY-MM-DD between 1970-01-01 and 2199-12-31');
  }
  return day;
}

/** The calendar date of a day number between 0 and {@link lastDayNumber}. */
export function calendarDateOf(day: number): CalendarDate {
  return new Date(day * millisecondsInDay).toISOString().slice(0, 10);
}

/** Like {@link dayNumber} for every year from 0100 to 9999; `undefined` for a day that does not exist. */
export function civilDay(date: string): number | undefined {
  const parts = typeof date === 'string' ? form.exec(date) : null;
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])];
  const midnight = new Date(Date.UTC(year, month, day));
  // `Date.UTC` turns 30 February into 2 March and the year 26 into 1926; reading the day back shows it.
  const exists =
    midnight.getUTCFullYear() === year && midnight.getUTCMonth() === month && midnight.getUTCDate() === day;
  return exists ? midnight.getTime() / millisecondsInDay : undefined;
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: number): number {
  const thursday = 4; // 1970-01-01
  return (day + thursday) % 7;
}

/** The year of a day number. */
export function yearOf(day: number): number {
  return new Date(day * millisecondsInDay).getUTCFullYear();
}
