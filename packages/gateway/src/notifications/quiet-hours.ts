import type { Instant, TimeZone } from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import { atHour } from '../clock-plan/moments.ts';
import type { QuietHours } from './notification-options.ts';

/**
 * The first instant, from the given one on, at which the region may be disturbed. No zone of Indonesia changes its clocks,
 * so every day has 24 hours.
 */
export const afterQuietHours = (at: Instant, { from, until }: QuietHours, timeZone: TimeZone): Instant => {
  if (from === until) return at;
  const today = calendarDateIn(at, timeZone);
  const [begin, end] = [atHour(today, from, timeZone), atHour(today, until, timeZone)];
  if (from < until) return at >= begin && at < end ? end : at;
  if (at < end) return end;
  return at >= begin ? atHour(today, 24 + until, timeZone) : at;
};
