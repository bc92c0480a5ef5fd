import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/** There is no such thing, no more, or none that this key may know of. 404 and 410. */
export class NotFoundError extends AnsweredError {
  override name = 'NotFoundError';

  constructor(facts: AnswerFacts) {
    super('found nothing that this key may see', facts, false);
  }
}
