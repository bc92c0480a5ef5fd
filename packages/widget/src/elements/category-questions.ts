// What a form needs for the questions of a category: loaded when somebody chooses one that has questions.
export { answersOfValues, keptAnswers } from '../report/answers-of-values.ts';
export { questionFields, shownAnswers } from '../templates/question-fields.ts';
