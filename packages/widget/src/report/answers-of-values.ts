import type { Answers, Question } from '@lapor/schemas';
import { answerName, canAsk, choiceName } from './answer-names.ts';
import type { FormValues } from './form-values.ts';

/** A number as people write it: `0,7` and `0.7`. What is none stays as it was written, to be told so. */
const numberIn = (text: string): number | string => {
  const number = Number(text.replace(',', '.'));
  return Number.isFinite(number) ? number : text;
};

const answerTo = (question: Question, values: FormValues): Answers[string] | undefined => {
  const text = values[answerName(question)]?.trim() || undefined;
  if (question.type === 'choices') {
    const chosen = (question.options ?? []).filter(({ value }) => values[choiceName(question, value)] !== undefined);
    return chosen.length === 0 ? undefined : chosen.map(({ value }) => value);
  }
  if (text === undefined) return undefined;
  if (question.type === 'boolean') return text === 'yes';
  return question.type === 'number' ? numberIn(text) : text;
};

/** What was answered to a category's questions, as the contract takes it; nothing when nothing was. */
export const answersOfValues = (values: FormValues, questions: readonly Question[]): Answers | undefined => {
  const given = questions.filter(canAsk).flatMap((question) => {
    const answer = answerTo(question, values);
    return answer === undefined ? [] : [[question.id, answer] as const];
  });
  return given.length === 0 ? undefined : Object.fromEntries(given);
};

/** The values without answers to questions that another category does not ask: the same question in the same way stays. */
export const keptAnswers = (values: FormValues, before: readonly Question[], now: readonly Question[]): FormValues => {
  const gone = before.filter((one) => !now.some(({ id, type }) => id === one.id && type === one.type)).map(answerName);
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => !gone.some((one) => name === one || name.startsWith(`${one}/`))),
  );
};
