import { type Answers, answersTo, type Question } from '@lapor/schemas';
import { explainIssues } from '@lapor/schemas/messages';
import { answerName, canAsk } from './answer-names.ts';
import type { Fault } from './form-values.ts';
import type { JudgeSentences } from './judge-report.ts';

/** What is wrong with the answers to a category's questions, each told with its question. */
export const judgeAnswers = (
  answers: Answers = {},
  questions: readonly Question[],
  sentences: JudgeSentences,
): Fault[] =>
  questions.filter(canAsk).flatMap((question) => {
    const answer = answers[question.id];
    const input = { answers: answer === undefined ? {} : { [question.id]: answer } };
    const { error } = answersTo([question]).safeParse(input.answers);
    if (!error) return [];
    const label = `“${question.label}”`;
    const missing = sentences.fieldErrors.required({ field: label });
    const fields = { ...sentences.fields, answer: { ...sentences.fields.answer, label, missing } };
    const issues = error.issues.map((issue) => ({ ...issue, path: ['answers', ...issue.path] }));
    const [first] = explainIssues({ issues }, { input, sentences: { ...sentences, fields } });
    return first ? [{ id: answerName(question), message: first.message }] : [];
  });
