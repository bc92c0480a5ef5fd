import type { CalendarDate, Instant, RegionCode, TimeZone } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';

/** Which reports are counted. What is left out does not restrict. */
export interface StatisticsSlice {
  readonly region?: RegionCode | undefined;
  /** This institution and all below it. */
  readonly institution?: string | undefined;
  readonly from?: CalendarDate | undefined;
  readonly until?: CalendarDate | undefined;
}

const dateOf = (year: number, month: number, day: number): CalendarDate =>
  new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

const partsOf = (date: CalendarDate): [year: number, month: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)) - 1,
];

/**
 * The period in which confidential reports are counted: the whole months within the one asked for. Otherwise two periods
 * that differ by a day would tell whether a confidential report came on that day.
 *
 * A last day that has not passed yet ends no month early.
 */
export const wholeMonths = (
  { from, until }: StatisticsSlice,
  now: Instant,
  timeZone: TimeZone,
): Pick<StatisticsSlice, 'from' | 'until'> => {
  const wholeFrom =
    from === undefined || from.endsWith('-01') ? from : dateOf(partsOf(from)[0], partsOf(from)[1] + 1, 1);
  if (until === undefined || until >= calendarDateIn(now, timeZone)) return { from: wholeFrom };
  const [year, month] = partsOf(until);
  const lastOfMonth = dateOf(year, month + 1, 0);
  return { from: wholeFrom, until: until === lastOfMonth ? until : dateOf(year, month, 0) };
};
