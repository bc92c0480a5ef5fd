import * as z from 'zod/mini';

/**
 * A day on the calendar of the region's own zone: `YYYY-MM-DD`, without a time or an offset.
 *
 * @example `2026-11-22`
 */
export const CalendarDate = z.iso.date();

/** What {@link CalendarDate} parses to: a string of the form `YYYY-MM-DD`. */
export type CalendarDate = z.infer<typeof CalendarDate>;
