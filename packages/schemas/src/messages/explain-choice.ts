import type { Explanation } from './explanation.ts';

/** More choices than these are a list to look up, not a sentence. */
const mostOptions = 12;

/** That nothing of some choices was taken, or something else. */
export const explainChoice = (
  values: readonly unknown[],
  path: readonly PropertyKey[],
  value: unknown,
): Explanation => {
  if (value === undefined) return { path, code: 'required', facts: {} };
  return { path, code: 'notOneOf', facts: { options: values.length > mostOptions ? [] : values.map(String) } };
};
