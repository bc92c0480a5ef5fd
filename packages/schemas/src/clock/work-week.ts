import type { CalendarDate } from '../fields/calendar-date.ts';
import type { DayOff } from '../fields/day-off.ts';
import type { WorkWeek } from '../fields/work-week.ts';
import { indonesianCalendar } from './calendars/indonesian-calendar.ts';
import { ClockInputError } from './clock-input-error.ts';
import { dayNumber, weekday } from './day-number.ts';
import type { WorkCalendar } from './work-calendar.ts';

/** What makes a day a working day at one site. Every part may be left out. */
export interface WorkRules {
  /**
   * Is read once: to change it, make another with `mergeCalendars`.
   *
   * @default indonesianCalendar
   */
  readonly calendar?: WorkCalendar;
  /** @default 'fiveDays' */
  readonly week?: WorkWeek;
  /**
   * Days on which this region's offices are closed besides those of the calendar, such as a decreed *libur daerah*.
   *
   * @default []
   */
  readonly localHolidays?: readonly Pick<DayOff, 'date'>[];
}

/** The rules of a government office that has no local holidays. */
export const defaultWorkRules = Object.freeze({
  calendar: indonesianCalendar,
  week: 'fiveDays',
  localHolidays: [],
} as const) satisfies WorkRules;

const lastWeekday = new Map<string, number>([
  ['fiveDays', 5],
  ['sixDays', 6],
] satisfies [WorkWeek, number][]);

/**
 * Whether offices work on a date: it is a day of their week, and neither a public holiday, nor collective leave, nor
 * a local holiday. In a year without a table, weekends and local holidays alone decide.
 *
 * @throws {@link ClockInputError} when a date is not one or lies outside 1970 to 2199, or the week is unknown.
 */
export function isWorkingDay(date: CalendarDate, rules: WorkRules = {}): boolean {
  return workingDayTest(rules, 'isWorkingDay')(dayNumber(date, 'isWorkingDay', 'date'));
}

/** {@link isWorkingDay} for day numbers, with the rules read once. */
export function workingDayTest(rules: WorkRules, caller: string): (day: number) => boolean {
  const {
    calendar = defaultWorkRules.calendar,
    week = defaultWorkRules.week,
    localHolidays = defaultWorkRules.localHolidays,
  } = rules;
  const last = lastWeekday.get(week);
  if (last === undefined) throw new ClockInputError(caller, 'week', week, '`fiveDays` or `sixDays`');

  const decreed = daysOffOf(calendar, caller);
  const local = new Set(localHolidays.map(({ date }) => dayNumber(date, caller, 'localHolidays')));
  return (day) => weekday(day) >= 1 && weekday(day) <= last && !decreed.has(day) && !local.has(day);
}

// Reading the dates of a calendar takes longer than counting with them, and a gateway counts for every report it lists.
const daysOffByCalendar = new WeakMap<WorkCalendar, ReadonlySet<number>>();

function daysOffOf(calendar: WorkCalendar, caller: string): ReadonlySet<number> {
  const known = daysOffByCalendar.get(calendar);
  if (known) return known;
  const dates = calendar.years.flatMap(({ publicHolidays, collectiveLeave }) => [
    ...publicHolidays,
    ...collectiveLeave,
  ]);
  const daysOff = new Set(dates.map(({ date }) => dayNumber(date, caller, 'calendar')));
  daysOffByCalendar.set(calendar, daysOff);
  return daysOff;
}
