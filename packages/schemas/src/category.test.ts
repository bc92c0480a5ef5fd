import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Category } from './category.ts';

const question = { id: 'poleNumber', type: 'text', label: 'Nomor tiang?', required: true, maxLength: 10 };
const category = { id: 'penerangan-jalan', name: 'Penerangan jalan', selectable: true, questions: [question] };

test('a category is told with its questions', () => {
  assert.deepEqual(Category.parse(category), category);
  assert.deepEqual(Category.parse({ ...category, questions: [] }).questions, []);
});

test('a question is put in words and has a type that a form can show', () => {
  for (const wrong of [{ label: '' }, { type: 'signature' }, { id: 'nomor tiang' }, { maxLength: 0 }]) {
    assert.ok(
      !Category.safeParse({ ...category, questions: [{ ...question, ...wrong }] }).success,
      JSON.stringify(wrong),
    );
  }
});
