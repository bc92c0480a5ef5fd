import type { FieldError } from '@lapor/schemas';
import { AnsweredError, type AnswerFacts } from './answered-error.ts';

/** The gateway will not take what was sent, however often it is sent: mend it first. 400, 413, 415, 422 and their like. */
export class RefusedError extends AnsweredError {
  override name = 'RefusedError';
  /**
   * What is wrong with which part, as JSON Pointers (RFC 6901) with a code and a sentence for people. Empty where the whole
   * is refused, for instance as too large. Not enumerable, as `problem` is not.
   */
  declare readonly fields: readonly FieldError[];

  constructor(facts: AnswerFacts) {
    const fields = facts.problem?.errors ?? [];
    super(`was refused${fields.length > 0 ? ', see `error.fields`' : ''}`, facts, false);
    Object.defineProperty(this, 'fields', { value: fields });
  }
}
