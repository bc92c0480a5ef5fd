import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Category } from '@lapor/schemas';
import { categoryGroups } from './category-groups.ts';

const category = (id: string, more: Partial<Category> = {}): Category => ({
  id,
  name: `Kategori ${id}`,
  selectable: true,
  questions: [],
  ...more,
});

const question = { id: 'pole', type: 'text', label: 'Nomor tiang?' } as const;

test('categories stand under their headings, and a heading cannot be chosen', () => {
  const groups = categoryGroups([
    category('air'),
    category('jalan', { selectable: false }),
    category('lubang', { parentId: 'jalan' }),
    category('lampu', { parentId: 'jalan' }),
  ]);
  assert.deepEqual(
    groups.map(({ label, choices }) => [label, choices.map(({ value }) => value)]),
    [
      [undefined, ['air']],
      ['Kategori jalan', ['lubang', 'lampu']],
    ],
  );
});

test('a category whose question must be answered is left to the admin; one with a question that may stay open is not', () => {
  const groups = categoryGroups([
    category('wajib', { questions: [{ ...question, required: true }] }),
    category('boleh', { questions: [{ ...question, required: false }] }),
  ]);
  assert.deepEqual(
    groups.flatMap(({ choices }) => choices.map(({ value }) => value)),
    ['boleh'],
  );
});
