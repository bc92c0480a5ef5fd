import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '@lapor/schemas';
import * as sentences from '../sentences/id/later-steps.ts';
import { judgeAnswers } from './judge-answers.ts';

const burning: Question = { id: 'email', type: 'boolean', label: 'Apakah api masih menyala?', required: true };
const size: Question = { id: 'size', type: 'number', label: 'Perkiraan luas', required: false, minimum: 0 };
const judge = (answers: object, questions: Question[] = [burning, size]) =>
  judgeAnswers(answers as never, questions, sentences);

test('what must be answered and is not is told with its question, whatever the question is called', () => {
  assert.deepEqual(judge({}), [{ id: 'answer/email', message: '“Apakah api masih menyala?” perlu diisi.' }]);
  assert.deepEqual(judge({ email: false, size: 3 }), []);
});

test('an answer of the wrong kind or size is told with its question', () => {
  assert.deepEqual(judge({ email: true, size: -1 }), [
    { id: 'answer/size', message: '“Perkiraan luas” paling kecil 0.' },
  ]);
  assert.deepEqual(judge({ email: true, size: 'banyak' }), [
    { id: 'answer/size', message: '“Perkiraan luas” harus berupa angka.' },
  ]);
});

test('a question that this form cannot ask is left to the gateway', () => {
  assert.deepEqual(judge({}, [{ ...burning, type: 'smiley' }]), []);
});
