import * as z from 'zod/mini';

// Pure, so that a page which only reads what was typed does without zod.
/**
 * The number under which a report is followed: 1 to 10 digits, kept as a string.
 *
 * SP4N-LAPOR! gives seven digits today; the length is no promise. Leading zeros count.
 */
export const TrackingId = /* @__PURE__ */ z.string().check(z.regex(/^\d{1,10}$/));
/** What {@link TrackingId} parses to. */
export type TrackingId = z.infer<typeof TrackingId>;

/**
 * Reads a tracking id as people write it: with `#`, with spaces, pasted with a line end.
 *
 * @returns the digits alone, or `undefined` when what is left is no tracking id.
 * @example readTrackingId('# 916 5816') // '9165816'
 */
export const readTrackingId = (typed: string): TrackingId | undefined => {
  const digits = typed.slice(0, 64).replace(/[#\s]/g, '');
  return /^\d{1,10}$/.test(digits) ? digits : undefined;
};
