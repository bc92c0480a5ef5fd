import * as z from 'zod/mini';

// Pure, so that a page which only writes numbers in their normal form does without zod.
/**
 * A telephone number as E.164: `+`, country code, 7 to 15 digits in all, without the zero that follows +62 in print.
 *
 * People write `0812-3456-7890`; {@link normalisePhoneNumber} turns that into this form before the schema judges.
 */
export const PhoneNumber = /* @__PURE__ */ z.string().check(z.regex(/^\+(?!620)[1-9]\d{6,14}$/));

/** What {@link PhoneNumber} parses to. */
export type PhoneNumber = z.infer<typeof PhoneNumber>;

/**
 * Writes a number as people in Indonesia type it in E.164: `0812 3456-7890`, `62812…`, `(021) 123 4567`, `+62 (0)812…`.
 *
 * Numbers copied from an address book or a chat carry invisible direction marks and typographic hyphens: they go too.
 *
 * A text that is no such number comes back with its spacing and punctuation removed and nothing else changed,
 * so that {@link PhoneNumber} can refuse it by name.
 */
export const normalisePhoneNumber = (typed: string): string => {
  const digits = typed.replace(/[\s().\u2212\p{Pd}\p{Cf}]/gu, '');
  const national = /^(?:(?:\+|00)?620?|0)([1-9]\d{6,12})$/.exec(digits)?.[1];
  return national === undefined ? digits : `+62${national}`;
};
