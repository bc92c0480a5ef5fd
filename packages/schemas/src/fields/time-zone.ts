import * as z from 'zod/mini';

/**
 * The three zones of Indonesia by their IANA names: WIB (UTC+7), WITA (UTC+8), WIT (UTC+9). None has summer time.
 *
 * Source: Keputusan Presiden 41/1987.
 */
export const TimeZone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);

/** What {@link TimeZone} parses to. */
export type TimeZone = z.infer<typeof TimeZone>;
