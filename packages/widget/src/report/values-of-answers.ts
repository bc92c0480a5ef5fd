import type { Answers } from '@lapor/schemas';
import { answerName, choiceName } from './answer-names.ts';
import type { FormValues } from './form-values.ts';

/** Answers that come back from the device, as the form holds them. */
export const valuesOfAnswers = (answers: Answers = {}): FormValues => {
  const values: Record<string, string> = {};
  for (const [id, answer] of Object.entries(answers)) {
    if (Array.isArray(answer)) for (const value of answer) values[choiceName({ id }, value)] = 'yes';
    else if (typeof answer === 'boolean') values[answerName({ id })] = answer ? 'yes' : 'no';
    else values[answerName({ id })] = String(answer);
  }
  return values;
};
