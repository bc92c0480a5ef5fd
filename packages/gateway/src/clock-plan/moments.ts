import type { CalendarDate, Instant, TimeZone } from '@lapor/schemas';
import { isWorkingDay, startOfDay, type WorkRules } from '@lapor/schemas/clock';
import { instantOf } from '../time/gateway-clock.ts';
import type { RetentionPeriod } from './clock-policy.ts';

const dayInMilliseconds = 86_400_000;

/** The day before a date. */
const dayBefore = (date: CalendarDate): CalendarDate =>
  new Date(Date.parse(date) - dayInMilliseconds).toISOString().slice(0, 10);

/** The working day from which `date` is so many working days on. `date` itself is never counted, be it a working day or not. */
export const workingDaysBefore = (date: CalendarDate, amount: number, rules: WorkRules): CalendarDate => {
  let day = date;
  for (let left = amount; left > 0;) {
    day = dayBefore(day);
    if (isWorkingDay(day, rules)) left -= 1;
  }
  return day;
};

/** The instant at which the region's clocks show a full hour. */
export const atHour = (date: CalendarDate, hour: number, timeZone: TimeZone): Instant =>
  instantOf(new Date(Date.parse(startOfDay(date, timeZone)) + hour * 3_600_000));

/** The later of two instants, both without fractions of a second. */
export const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** The instant at which a period that began at another is over. */
export const endOfPeriod = (start: Instant | Date, { amount, unit }: RetentionPeriod): Instant => {
  const end = new Date(start);
  if (unit === 'year') end.setUTCFullYear(end.getUTCFullYear() + amount);
  else end.setTime(end.getTime() + amount * (unit === 'day' ? dayInMilliseconds : 3_600_000));
  return instantOf(end);
};

/** The instant at which a period has to have begun to be over now. */
export const startOfPeriod = (end: Instant, { amount, unit }: RetentionPeriod): Instant =>
  endOfPeriod(end, { amount: -amount, unit });
