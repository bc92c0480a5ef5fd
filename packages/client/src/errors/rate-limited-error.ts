import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/** Too many calls. 429. */
export class RateLimitedError extends AnsweredError {
  override name = 'RateLimitedError';
  /** When it is worth trying again, by the clock of this machine. */
  readonly retryAt: Date;

  constructor(facts: AnswerFacts & { readonly retryAt: Date }) {
    super('was called too often; try again at `error.retryAt`', facts, true);
    this.retryAt = facts.retryAt;
  }
}
