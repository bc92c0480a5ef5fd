import { type ErrorFacts, LaporError } from './lapor-error.ts';

/** No answer came in time. What was sent may have arrived all the same. */
export class TimedOutError extends LaporError {
  override name = 'TimedOutError';
  /** How long the last attempt waited, in milliseconds: the option `timeout`. */
  readonly timeout: number;

  constructor(facts: ErrorFacts & { readonly timeout: number }) {
    super(`got no answer within ${facts.timeout} ms (\`timeout\`).`, facts, true);
    this.timeout = facts.timeout;
  }
}
