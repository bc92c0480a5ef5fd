import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/** The key or token is missing, unknown, or may not do this here: a wrong origin, a scope that is too small. 401 and 403. */
export class UnauthorisedError extends AnsweredError {
  override name = 'UnauthorisedError';

  constructor(facts: AnswerFacts) {
    super('is not allowed with this key or token', facts, false);
  }
}
