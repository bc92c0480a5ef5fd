/**
 * Why the outbox cannot keep or give something.
 *
 * - `unavailable`: this page may keep nothing, or nothing safely: storage is blocked (some private windows, a frame of
 *   another site), or the page has no https and so no `crypto.subtle`. Keep the page open and send directly, or offer another channel.
 * - `full`: the device has no room. Smaller or fewer files may fit.
 * - `unknown`: there is no such report in the outbox, or no more.
 */
export type OutboxFault = 'unavailable' | 'full' | 'unknown';

const sentences: Record<OutboxFault, string> = {
  unavailable: 'may keep nothing on this page: storage is blocked, or the page has no https',
  full: 'has no room on this device',
  unknown: 'holds no such report',
};

/** The outbox could not do what it was asked. Its text and fields carry nothing of any report. */
export class OutboxError extends Error {
  override name = 'OutboxError';
  /** Why, for programs. */
  readonly code: OutboxFault;

  constructor(code: OutboxFault, cause?: unknown) {
    super(`@lapor/client/outbox: the outbox ${sentences[code]}.`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Whether it is an {@link OutboxError}. By name, because a page may hold two copies of this package. */
export const isOutboxError = (error: unknown): error is OutboxError =>
  error instanceof Error && error.name === 'OutboxError';

/** What a failure of storage means to the caller. */
export const storageFault = (error: unknown): OutboxError => {
  if (isOutboxError(error)) return error;
  const { name } = (error ?? {}) as { name?: string };
  return new OutboxError(name === 'QuotaExceededError' ? 'full' : 'unavailable', error);
};
