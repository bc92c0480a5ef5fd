import type { Instant } from '@lapor/schemas';
import { addWorkingDays, calendarDateIn } from '@lapor/schemas/clock';
import type { moveClock, RequestBody } from '@lapor/schemas/contract';
import { instantOf } from '../time/gateway-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What a caller asks of the clock. */
export type ClockMove = RequestBody<typeof moveClock>;

const milliseconds = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** The end of what a sandbox can reach: deadlines that follow from it still lie within what the calendar counts. */
export const lastMoment: Instant = '2190-01-01T00:00:00Z';

/** More working days than lie before {@link lastMoment} are not worth counting. */
const mostWorkingDays = 10_000;

/** The same time of day, so many working days on by the calendar of the caller's region. */
const workingDaysLater = (now: Instant, amount: number, { timeZone, workWeek, localHolidays }: SiteRecord): Instant => {
  const today = calendarDateIn(now, timeZone);
  const date = addWorkingDays(today, amount, { week: workWeek, localHolidays });
  return instantOf(new Date(Date.parse(now) + Date.parse(date) - Date.parse(today)));
};

/**
 * Where a move leads.
 *
 * @param site whose zone and working days count.
 * @returns `undefined` when it leads past {@link lastMoment}.
 */
export const destinationOf = (move: ClockMove, now: Instant, site: SiteRecord): Instant | undefined => {
  if ('now' in move) return move.now > lastMoment ? undefined : instantOf(new Date(move.now));
  const { amount, unit } = move.advance;
  if (unit === 'workingDay' && amount > mostWorkingDays) return undefined;
  const moment =
    unit === 'workingDay'
      ? workingDaysLater(now, amount, site)
      : instantOf(new Date(Date.parse(now) + amount * milliseconds[unit]));
  return moment > lastMoment ? undefined : moment;
};
