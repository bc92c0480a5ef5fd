/**
 * Why a message was not believed.
 *
 * - `headerMissing`: one of the three headers is not there; it comes from somewhere else.
 * - `timestampInvalid`: its time is no number of seconds.
 * - `timestampTooOld`, `timestampTooNew`: it was sent too long ago, which a repeated recording also is, or one of the two clocks is wrong.
 * - `signatureWrong`: no signature fits; the secret is another one, or something on the way changed the body.
 * - `bodyTooLarge`: no event is that long.
 * - `bodyInvalid`: it is signed as it should be, and is no event.
 */
export type WebhookFault =
  | 'headerMissing'
  | 'timestampInvalid'
  | 'timestampTooOld'
  | 'timestampTooNew'
  | 'signatureWrong'
  | 'bodyTooLarge'
  | 'bodyInvalid';

const sentences: Record<WebhookFault, string> = {
  headerMissing: 'lacks a header of Standard Webhooks: see `error.header`',
  timestampInvalid: 'has a `webhook-timestamp` that is no number of seconds',
  timestampTooOld: 'was sent too long ago: see `error.age`, and the clock of this machine',
  timestampTooNew: 'was sent in the future: see `error.age`, and the clock of this machine',
  signatureWrong:
    'has no signature that fits: check that `secret` is the one of this endpoint and that the body is raw',
  bodyTooLarge: 'is longer than any event',
  bodyInvalid: 'is signed, but is no event of this contract',
};

const statuses: Partial<Record<WebhookFault, number>> = { bodyTooLarge: 413, bodyInvalid: 422 };

/**
 * A message that must not be believed. Neither its text nor its fields repeat what the message held.
 *
 * A wrong `secret` is a `TypeError` instead: that is a mistake in the program, not in the message.
 */
export class WebhookError extends Error {
  override name = 'WebhookError';
  /** Why, for programs. */
  readonly code: WebhookFault;
  /** What to answer with: any 4xx, and the gateway tries again later. */
  readonly status: number;
  /** Which header is missing, for `headerMissing`. */
  readonly header: string | undefined;
  /** How many seconds ago it was sent by the clock of this machine, for the two faults of time. */
  readonly age: number | undefined;

  constructor(code: WebhookFault, { header, age, cause }: { header?: string; age?: number; cause?: unknown } = {}) {
    super(`@lapor/client: the webhook ${sentences[code]}.`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = statuses[code] ?? 401;
    this.header = header;
    this.age = age;
  }
}

/** Whether it is a {@link WebhookError}. By name, because a server may hold two copies of this package. */
export const isWebhookError = (error: unknown): error is WebhookError =>
  error instanceof Error && error.name === 'WebhookError';
