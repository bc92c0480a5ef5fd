import * as z from 'zod/mini';

/**
 * A day on the calendar of the region's own zone: `YYYY-MM-DD`, without a time or an offset.
 *
 * There is no year 0000: between 1 BC and 1 AD lies none, and databases refuse it.
 *
 * @example `2026-11-22`
 */
export const CalendarDate = z.iso.date().check(z.regex(/^(?!0000)/));

/** What {@link CalendarDate} parses to: a string of the form `YYYY-MM-DD`. */
export type CalendarDate = z.infer<typeof CalendarDate>;
