/** What every call can be told. */
export interface CallOptions {
  /** Ends the call, with its repetitions, when it is aborted. The call then fails with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long one attempt of this call may take, in milliseconds. @default the client's own `timeout` */
  readonly timeout?: number | undefined;
  /** How often this call is repeated at most. @default the client's own `retries` */
  readonly retries?: number | undefined;
}

/** What a call can be told that creates or does something once. */
export interface KeyedOptions extends CallOptions {
  /**
   * The name of this attempt: 1 to 255 visible ASCII characters, as `createIdempotencyKey()` makes it. With the same one
   * the gateway does the thing once and answers the same again. Hold it to go on after a reload or a crash.
   *
   * @default a new one for each call, which its own repetitions share
   */
  readonly idempotencyKey?: string | undefined;
}

/** What a call can be told that a reporter makes. */
export interface ReporterOptions {
  /** The report's own token `rt_…` from its receipt. */
  readonly token: string;
}
