/** What every error of the client tells. */
export interface ErrorFacts {
  /** The endpoint that was called, as method and path template. Never the parameters: they name reports. */
  readonly operation: string;
  readonly cause?: unknown;
}

/**
 * What went wrong between the caller and the gateway. Everything that the client throws is one of its subclasses, but for
 * three things: a `TypeError` for a call that is written wrongly, the reason of a signal that the caller aborted, and what
 * a function of the caller's own throws.
 *
 * No message carries a key, a token, a report's number or anything that a person wrote, and neither do the fields that a
 * console prints. Sentences for people are in `problem`, where there is one.
 */
export class LaporError extends Error {
  override name = 'LaporError';
  /** The endpoint that was called, as method and path template: `POST /v1/reports`. */
  readonly operation: string;
  /** Whether the very same call may succeed later. A creating call must be repeated with the same idempotency key. */
  readonly retryable: boolean;

  constructor(what: string, { operation, cause }: ErrorFacts, retryable: boolean) {
    super(`@lapor/client: \`${operation}\` ${what}`, cause === undefined ? undefined : { cause });
    this.operation = operation;
    this.retryable = retryable;
  }
}
