import * as z from 'zod/mini';

/** zod's own date, leap years included, without its end. */
const date = z.regexes.date.source.slice(0, -1);

/**
 * A moment in time: RFC 3339 with seconds and at most nanoseconds, always UTC, always the letter `Z`.
 *
 * Instants are for what happened; a day on which something is due is a {@link CalendarDate}.
 *
 * @example `2026-11-22T01:15:50Z`
 */
export const Instant = z.stringFormat(
  'datetime',
  new RegExp(String.raw`${date}T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,9})?Z$`),
);

/** What {@link Instant} parses to: an RFC 3339 string in UTC. */
export type Instant = z.infer<typeof Instant>;
