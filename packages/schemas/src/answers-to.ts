import * as z from 'zod/mini';
import { type Answers, anyAnswer } from './answers.ts';
import type { Question } from './category.ts';
import { CalendarDate } from './fields/calendar-date.ts';
import { writtenText } from './fields/written-text.ts';

const textAnswer = (question: Question) => writtenText(question.required ? 1 : 0, question.maxLength ?? 500);

const numberAnswer = (question: Question) =>
  z
    .number()
    .check(
      z.minimum(question.minimum ?? Number.MIN_SAFE_INTEGER),
      z.maximum(question.maximum ?? Number.MAX_SAFE_INTEGER),
    );

const choiceAnswer = (question: Question) => z.enum((question.options ?? []).map((option) => option.value));

/** The schema of one answer, by the question's type. */
const answerTo = (question: Question): z.ZodMiniType<Answers[string]> => {
  switch (question.type) {
    case 'text':
      return textAnswer(question);
    case 'number':
      return numberAnswer(question);
    case 'date':
      return CalendarDate;
    case 'boolean':
      return z.boolean();
    case 'choice':
      return choiceAnswer(question);
    case 'choices':
      return z.array(choiceAnswer(question)).check(z.minLength(question.required ? 1 : 0), z.maxLength(100));
    default:
      // A question of a newer gateway: only the gateway can judge what answers it.
      return anyAnswer();
  }
};

/**
 * The schema of the answers to a category's questions: required ones present, each of its type, no others.
 *
 * @example answersTo(streetLight).parse({ poleNumber: 'PJU-117' })
 */
export const answersTo = (questions: readonly Question[]) =>
  z.strictObject(
    Object.fromEntries(
      questions.map((question) => [
        question.id,
        question.required ? answerTo(question) : z.optional(answerTo(question)),
      ]),
    ),
  );
