/**
 * For how many milliseconds an answer asks to wait (RFC 9110, 10.2.3); `undefined` when it says nothing that makes sense.
 * A date is compared with the answer's own, as far as a page may read that: the clocks of telephones are often wrong.
 */
export const retryAfterOf = ({ headers }: Response): number | undefined => {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const wait = /^\d+$/.test(value)
    ? Number(value) * 1000
    : Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
};
