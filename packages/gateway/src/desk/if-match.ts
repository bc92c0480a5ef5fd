import { Refusal } from '../refusal/refusal.ts';

/**
 * Checks `If-Match` against a report's version, which stands there in quotes. `*` is any version; a weak tag never
 * matches (RFC 9110, 13.1.1).
 *
 * @throws Refusal `preconditionFailed` when the report has changed since it was read.
 */
export const checkVersion = (ifMatch: string | undefined, version: number): void => {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const isCurrent = ifMatch.split(',').some((tag) => tag.trim() === `"${version}"`);
  if (!isCurrent) throw new Refusal('preconditionFailed');
};
