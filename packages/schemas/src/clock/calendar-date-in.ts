import type { CalendarDate } from '../fields/calendar-date.ts';
import type { Instant } from '../fields/instant.ts';
import type { TimeZone } from '../fields/time-zone.ts';
import { ClockInputError } from './clock-input-error.ts';
import { calendarDateOf, dayNumber, lastDayNumber } from './day-number.ts';
import { epochSeconds, instantOf } from './epoch-seconds.ts';

const secondsInDay = 86_400;

// Fixed, since no zone of Indonesia has summer time; asking `Intl` would depend on the machine's zone tables.
const hoursEastOfUtc = new Map<string, number>([
  ['Asia/Jakarta', 7],
  ['Asia/Makassar', 8],
  ['Asia/Jayapura', 9],
] satisfies [TimeZone, number][]);

/**
 * The day that a wall calendar in the zone shows at an instant.
 *
 * @example `calendarDateIn('2026-03-13T15:30:00Z', 'Asia/Jayapura')` is `2026-03-14`, half an hour into the day.
 * @throws {@link ClockInputError} when the instant or the zone is not one, or the day lies outside 1970 to 2199.
 */
export function calendarDateIn(instant: Instant, timeZone: TimeZone): CalendarDate {
  return calendarDateOf(dayNumberIn(instant, timeZone, 'calendarDateIn', 'instant'));
}

/**
 * The instant at which a day begins in the zone.
 *
 * @throws {@link ClockInputError} when the date or the zone is not one, or the date lies outside 1970 to 2199.
 */
export function startOfDay(date: CalendarDate, timeZone: TimeZone): Instant {
  return instantOf(midnight(dayNumber(date, 'startOfDay', 'date'), timeZone, 'startOfDay'));
}

/**
 * The instant at which a day is over in the zone: the next day's beginning, and so no longer part of the day itself.
 *
 * @throws {@link ClockInputError} when the date or the zone is not one, or the date lies outside 1970 to 2199.
 */
export function endOfDay(date: CalendarDate, timeZone: TimeZone): Instant {
  return instantOf(midnight(dayNumber(date, 'endOfDay', 'date') + 1, timeZone, 'endOfDay'));
}

/** {@link calendarDateIn} as a day number, naming the function and the part that a caller's user knows. */
export function dayNumberIn(instant: Instant, timeZone: TimeZone, caller: string, part: string): number {
  const day = Math.floor((epochSeconds(instant, caller, part) + offset(timeZone, caller)) / secondsInDay);
  if (day < 0 || day > lastDayNumber)
    throw new ClockInputError(caller, part, instant, 'an instant between 1970 and 2199');
  return day;
}

/** Seconds from 1970-01-01T00:00:00Z to the beginning of a day in the zone. */
export function midnight(day: number, timeZone: TimeZone, caller: string): number {
  return day * secondsInDay - offset(timeZone, caller);
}

/** Whether the zone is one of Indonesia's three. A newer gateway may know others. */
export function isKnownZone(timeZone: string): timeZone is TimeZone {
  return hoursEastOfUtc.has(timeZone);
}

function offset(timeZone: TimeZone, caller: string): number {
  const hours = hoursEastOfUtc.get(timeZone);
  if (hours === undefined) {
    throw new ClockInputError(caller, 'timeZone', timeZone, '`Asia/Jakarta`, `Asia/Makassar` or `Asia/Jayapura`');
  }
  return hours * 3600;
}
