import type { CalendarDate, Instant, TimeZone } from '@lapor/schemas';
import { addWorkingDays, calendarDateIn, isWorkingDay, startOfDay, type WorkRules } from '@lapor/schemas/clock';
import { instantOf } from '../time/gateway-clock.ts';
import type { DemoMoment } from './demo-report.ts';

/** The working days of a region, and its wall clock. */
export interface RegionalClock extends WorkRules {
  readonly timeZone: TimeZone;
}

const minute = 60_000;

/** The instant that many minutes later. */
export const minutesLater = (instant: Instant, minutes: number): Instant =>
  instantOf(new Date(Date.parse(instant) + Math.round(minutes) * minute));

/** The instant at which the region's clock shows so many minutes after midnight. */
export const atMinute = (date: CalendarDate, minutes: number, { timeZone }: RegionalClock): Instant =>
  minutesLater(startOfDay(date, timeZone), minutes);

const dayBefore = (date: CalendarDate): CalendarDate =>
  new Date(Date.parse(date) - 24 * 60 * minute).toISOString().slice(0, 10);

/** The working day from which `date` is so many working days on. `date` itself is not counted. */
export const workingDaysBefore = (date: CalendarDate, amount: number, clock: RegionalClock): CalendarDate => {
  let day = date;
  for (let left = amount; left > 0;) {
    day = dayBefore(day);
    if (isWorkingDay(day, clock)) left -= 1;
  }
  return day;
};

/** When a report came in, seen from `now`. */
export const receivedAt = (moment: DemoMoment, now: Instant, clock: RegionalClock): Instant => {
  const date =
    'date' in moment
      ? moment.date
      : workingDaysBefore(calendarDateIn(now, clock.timeZone), moment.workingDaysAgo, clock);
  const [hours, minutes] = moment.time.split(':').map(Number) as [number, number];
  return atMinute(date, hours * 60 + minutes, clock);
};

/** Minutes after midnight between which officers act, and between which citizens do. */
const hours = { officer: [8 * 60, 15 * 60], citizen: [7 * 60, 20 * 60] } as const;

/**
 * A moment so many working days after another.
 *
 * @param scatter from 0 up to 1: where in the hours of such people, or how much later on the same day.
 */
export const laterBy = (
  previous: Instant,
  workingDays: number,
  people: keyof typeof hours,
  scatter: number,
  clock: RegionalClock,
): Instant => {
  if (workingDays === 0) return minutesLater(previous, 4 + scatter * 26);
  const [from, until] = hours[people];
  return atMinute(
    addWorkingDays(calendarDateIn(previous, clock.timeZone), workingDays, clock),
    from + scatter * (until - from),
    clock,
  );
};
