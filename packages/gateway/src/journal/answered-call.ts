/** A call that was answered, as far as it is written down: no address, no key, no body, no query, and no path with its numbers. */
export interface AnsweredCall {
  readonly method: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly requestId: string;
  /** The endpoint's operation id; absent when no endpoint was meant. */
  readonly operation?: string;
  /** The endpoint's path with its parameters' names. */
  readonly route?: string;
}
