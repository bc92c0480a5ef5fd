import type { FieldError, Language } from '@lapor/schemas';
import { type FieldErrorCode, type FieldErrorFacts, type FieldName, messagesFor } from '@lapor/schemas/messages';
import { Refusal } from './refusal.ts';

/** What is wrong with which part of a body, as far as a schema cannot know it. */
export interface FieldFault<Code extends FieldErrorCode> {
  readonly pointer: string;
  readonly code: Code;
  /** What the code's sentence needs. */
  readonly facts: FieldErrorFacts[Code];
  /** Whose label stands in the sentence, where the part has one. */
  readonly field?: FieldName;
}

/** A field error in words, like those that schemas find. */
export const fieldFault = <Code extends FieldErrorCode>(
  language: Language,
  { pointer, code, facts, field }: FieldFault<Code>,
): FieldError => {
  const { fields, fieldErrors, thisField } = messagesFor(language);
  // Facts and sentence were matched by the compiler where the fault was made.
  const sentence = fieldErrors[code] as (facts: unknown) => string;
  return {
    pointer,
    in: 'body',
    code,
    message: sentence({ ...facts, field: field === undefined ? thisField : fields[field].label }),
  };
};

/** The refusal of a body with everything that is wrong with it. */
export const refusalOf = (errors: readonly FieldError[]): Refusal<'validationFailed'> =>
  new Refusal('validationFailed', { count: errors.length }, { errors });

/**
 * Refuses a body when something is wrong with it.
 *
 * @throws Refusal `validationFailed` with everything that was found.
 */
export const refuseFaults = (errors: readonly FieldError[]): void => {
  if (errors.length > 0) throw refusalOf(errors);
};
