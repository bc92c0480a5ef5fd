import type { FieldErrorCode, FieldErrorFacts } from './field-error-facts.ts';

/** What is wrong, without words: where, which code, and the facts for its sentence. */
export type Explanation = {
  readonly [Code in FieldErrorCode]: {
    readonly path: readonly PropertyKey[];
    readonly code: Code;
    readonly facts: FieldErrorFacts[Code];
  };
}[FieldErrorCode];
