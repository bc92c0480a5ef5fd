import { type ErrorFacts, LaporError } from './lapor-error.ts';

/**
 * No answer came: no network, no such host, a connection that broke, or a browser that keeps the page from the gateway
 * (its origin is not registered, or a Content Security Policy). What was sent may have arrived all the same.
 */
export class UnreachableError extends LaporError {
  override name = 'UnreachableError';

  constructor(facts: ErrorFacts) {
    super('got no answer.', facts, true);
  }
}
