import type * as z from 'zod/mini';
import { tidyText } from '../fields/written-text.ts';
import type { Explanation } from './explanation.ts';

/** Code points of a text as the schema measures it: tidied, and an emoji counted once. */
const lengthOf = (typed: string): number => {
  let length = 0;
  for (const _ of tidyText(typed)) length += 1;
  return length;
};

/** Too short, too few or too small, and by how much; a text in which nothing can be seen is missing. */
export const explainTooSmall = (
  { origin, minimum: limit }: z.core.$ZodIssueTooSmall,
  path: readonly PropertyKey[],
  value: unknown,
): Explanation => {
  const minimum = Number(limit);
  if (typeof value === 'string' && origin === 'string') {
    const length = lengthOf(value);
    if (length === 0) return { path, code: 'required', facts: {} };
    return { path, code: 'tooShort', facts: { minimum, missing: Math.max(1, minimum - length) } };
  }
  if (Array.isArray(value))
    return { path, code: 'tooFew', facts: { minimum, missing: Math.max(1, minimum - value.length) } };
  return { path, code: 'tooSmall', facts: { minimum } };
};

/** Too long, too many or too large, and by how much. */
export const explainTooBig = (
  { origin, maximum: limit }: z.core.$ZodIssueTooBig,
  path: readonly PropertyKey[],
  value: unknown,
): Explanation => {
  const maximum = Number(limit);
  if (typeof value === 'string' && origin === 'string')
    return { path, code: 'tooLong', facts: { maximum, over: Math.max(1, lengthOf(value) - maximum) } };
  if (Array.isArray(value))
    return { path, code: 'tooMany', facts: { maximum, over: Math.max(1, value.length - maximum) } };
  return { path, code: 'tooLarge', facts: { maximum } };
};
