// Stands in for the explanations of what no form sends: a page judges only what its own form has made.
import type { Explanation } from '@lapor/schemas/messages';

/** That something is not taken as it is. */
export const explainRareIssue = (
  _issue: unknown,
  { path }: { readonly path: readonly PropertyKey[] },
): Explanation[] => [{ path, code: 'notAllowed', facts: {} }];
