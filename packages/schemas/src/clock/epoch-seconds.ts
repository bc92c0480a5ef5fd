import type { Instant } from '../fields/instant.ts';
import { ClockInputError } from './clock-input-error.ts';
import { civilDay, lastDayNumber } from './day-number.ts';

const form = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d+)?Z$/;

/**
 * Whole seconds from 1970-01-01T00:00:00Z to an instant. A fraction is dropped: every boundary that the clock
 * compares with is a midnight, so it cannot change an answer.
 *
 * Instants must be read before they are compared: as strings, `00:00:00.5Z` sorts before `00:00:00Z`.
 *
 * @throws {@link ClockInputError} when `instant` is not one, or lies before 1969-12-31 or after 2200-01-01 (one day
 * more than the calendar on either side, since a day of a region begins hours before the day of UTC).
 */
export function epochSeconds(instant: Instant, caller: string, part: string): number {
  const parts = typeof instant === 'string' ? form.exec(instant) : null;
  const day = parts?.[1] === undefined ? undefined : civilDay(parts[1]);
  if (!parts || day === undefined || day < -1 || day > lastDayNumber + 1) {
    throw new ClockInputError(
      caller,
      part,
      instant,
      'an RFC 3339 instant in UTC, ending in `Z`, between 1970 and 2199',
    );
  }
  return ((day * 24 + Number(parts[2])) * 60 + Number(parts[3])) * 60 + Number(parts[4]);
}

/** The instant that lies so many seconds after 1970-01-01T00:00:00Z. */
export function instantOf(seconds: number): Instant {
  return `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;
}
