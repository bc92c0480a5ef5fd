import type * as z from 'zod/mini';
import type { FieldError } from '../problem.ts';
import type { FieldErrorSentences } from './field-error-facts.ts';
import { explainIssue } from './explain-issue.ts';
import type { Explanation } from './explanation.ts';
import { fieldOfPath } from './field-of-path.ts';
import { jsonPointer } from './json-pointer.ts';
import type { fields } from './id/fields.ts';

/** Of one language's messages, those that speak of fields. */
export interface FieldSentences {
  readonly fieldErrors: FieldErrorSentences;
  readonly fields: typeof fields;
  readonly thisField: string;
}

/** What an error was found in, and how many of its issues to tell. */
export interface ExplainOptions {
  /** What was parsed. */
  readonly input: unknown;
  readonly sentences: FieldSentences;
  /** @default 'body' */
  readonly in?: FieldError['in'];
  /** The most field errors to return: a hostile body can hold a million, and nobody reads more. @default 50 */
  readonly maximum?: number;
}

/** The sentence of one explanation. The call is safe because an explanation's facts are those of its code. */
const sentenceOf = ({ code, facts, path }: Explanation, { fields, fieldErrors, thisField }: FieldSentences): string => {
  const name = fieldOfPath(path);
  const field = name === undefined ? undefined : fields[name];
  if (code === 'required' && field !== undefined) return field.missing;
  const sentence = fieldErrors[code] as (facts: Explanation['facts'] & { field: string }) => string;
  return sentence({ ...facts, field: field?.label ?? thisField });
};

/**
 * What a failed parse says to people: where, a code for programs, and a sentence in the language of `sentences`.
 *
 * @example explainIssues(NewReport.safeParse(body).error, { input: body, sentences: messagesFor('id') })
 */
export const explainIssues = (error: Pick<z.core.$ZodError, 'issues'>, options: ExplainOptions): FieldError[] => {
  const { input, sentences, in: part = 'body', maximum = 50 } = options;
  const errors: FieldError[] = [];
  for (const issue of error.issues) {
    for (const explanation of explainIssue(issue, input)) {
      if (errors.length >= maximum) return errors;
      errors.push({
        pointer: jsonPointer(explanation.path),
        in: part,
        code: explanation.code,
        message: sentenceOf(explanation, sentences),
      });
    }
  }
  return errors;
};
