import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '@lapor/schemas';
import { answersOfValues, keptAnswers } from './answers-of-values.ts';
import { valuesOfAnswers } from './values-of-answers.ts';

const question = (id: string, type: string, more: Partial<Question> = {}): Question => ({
  id,
  type,
  label: `${id}?`,
  required: false,
  ...more,
});

const options = ['a', 'b.c'].map((value) => ({ value, label: value }));
const questions = [
  question('pole', 'text'),
  question('size', 'number'),
  question('day', 'date'),
  question('burning', 'boolean'),
  question('kind', 'choice', { options }),
  question('seen', 'choices', { options }),
  question('mood', 'smiley'),
];
const values = {
  title: 'Api',
  'answer/pole': ' PJU-117 ',
  'answer/size': '0,7',
  'answer/day': '2026-11-20',
  'answer/burning': 'no',
  'answer/kind': 'a',
  'answer/seen/b.c': 'yes',
  'answer/mood': ':-)',
};
const answers = { pole: 'PJU-117', size: 0.7, day: '2026-11-20', burning: false, kind: 'a', seen: ['b.c'] };

test('each answer travels as the contract takes it, and what cannot be asked here does not', () => {
  assert.deepEqual(answersOfValues(values, questions), answers);
  assert.equal(answersOfValues({ title: 'Api' }, questions), undefined);
  assert.deepEqual(answersOfValues({ 'answer/size': 'banyak' }, questions), { size: 'banyak' });
});

test('answers that come back from the device are the same answers again', () => {
  assert.deepEqual(answersOfValues(valuesOfAnswers(answers), questions), answers);
});

test('another category keeps what it asks in the same way, and nothing else of the answers', () => {
  const now = [question('pole', 'text'), question('size', 'text'), question('seen', 'choices', { options })];
  assert.deepEqual(keptAnswers(values, questions, now), {
    title: 'Api',
    'answer/pole': ' PJU-117 ',
    'answer/seen/b.c': 'yes',
  });
});
