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

test('a category that insists on a question which this form cannot ask is left to the admin, and no other', () => {
  const groups = categoryGroups([
    category('wajib', { questions: [{ ...question, required: true }] }),
    category('asing', { questions: [{ ...question, type: 'smiley', required: true }] }),
    category('boleh', { questions: [{ ...question, type: 'smiley', required: false }] }),
  ]);
  assert.deepEqual(
    groups.flatMap(({ choices }) => choices.map(({ value }) => value)),
    ['wajib', 'boleh'],
  );
});
