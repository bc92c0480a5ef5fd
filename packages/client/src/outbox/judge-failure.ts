/** What to do after an attempt that failed. */
export type Verdict =
  /** Send again later; not before `retryAt`, where the gateway said when. */
  | { readonly kind: 'postpone'; readonly code: string; readonly retryAt?: number }
  /** The gateway will never take it like this. */
  | { readonly kind: 'refuse'; readonly code: string };

/** Refusals that a later attempt may not meet: what was solved or uploaded has grown old. */
const passing = new Set(['challengeFailed', 'idempotencyInProgress', 'uploadOffsetMismatch', 'checksumMismatch']);

/**
 * Judges what a client threw, by the fields that its errors have. What is not known is tried again: to lose a report
 * would be worse than to send in vain.
 */
export const judgeFailure = (error: unknown): Verdict => {
  const {
    name = 'Error',
    code = name,
    status,
    retryAt,
  } = (error ?? {}) as {
    name?: string;
    code?: string;
    status?: number;
    retryAt?: Date;
  };
  const isFinal =
    typeof status === 'number' &&
    [400, 401, 403, 409, 413, 415, 422].includes(status) &&
    !passing.has(code) &&
    // A refusal without a problem document comes from something before the gateway.
    code !== name;
  if (isFinal) return { kind: 'refuse', code };
  return { kind: 'postpone', code, ...(retryAt instanceof Date && { retryAt: retryAt.getTime() }) };
};
