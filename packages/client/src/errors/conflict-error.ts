import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/**
 * The call does not fit what is so now. 409 and 412, and `idempotencyKeyReused`: this key already stands for another report
 * or action, which arrived. `idempotencyInProgress` is the only one of them that is retryable.
 */
export class ConflictError extends AnsweredError {
  override name = 'ConflictError';

  constructor(facts: AnswerFacts) {
    super('does not fit what is so now', facts, facts.problem?.code === 'idempotencyInProgress');
  }
}
