import type { Question } from '@lapor/schemas';

/** Name of the control for the answer to a question. Names of questions have no slash. */
export const answerName = ({ id }: Pick<Question, 'id'>): string => `answer/${id}`;

/** Name of the control for one of several answers. */
export const choiceName = (question: Pick<Question, 'id'>, value: string): string => `${answerName(question)}/${value}`;

const known = new Set<string>(['text', 'number', 'date', 'boolean', 'choice', 'choices']);

/** Whether this form can ask it: a newer gateway may ask in ways that are not known here. */
export const canAsk = ({ type }: Pick<Question, 'type'>): boolean => known.has(type);
