import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Category } from './category.ts';

const question = { id: 'poleNumber', type: 'text', label: 'Nomor tiang?', required: true, maxLength: 10 };
const category = { id: 'penerangan-jalan', name: 'Penerangan jalan', selectable: true, questions: [question] };

test('a category is told with its questions', () => {
  assert.deepEqual(Category.parse(category), category);
  assert.deepEqual(Category.parse({ ...category, questions: [] }).questions, []);
});

test('a question is put in words', () => {
  for (const wrong of [{ label: '' }, { id: 'nomor tiang' }, { maxLength: 0 }]) {
    assert.ok(
      !Category.safeParse({ ...category, questions: [{ ...question, ...wrong }] }).success,
      JSON.stringify(wrong),
    );
  }
});

test('a question of a type that only a newer gateway knows does not hide the category', () => {
  const newer = { ...category, questions: [{ ...question, type: 'signature' }] };
  assert.deepEqual(Category.parse(newer), newer);
});
