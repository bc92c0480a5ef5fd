import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DirectoryFile } from './directory-file.ts';

const institution = { id: 'padang', name: 'Pemerintah Kota Padang', kind: 'regency', isCoordinator: true };
const question = { id: 'nomor-tiang', type: 'text', label: 'Nomor tiang?', required: true };
const category = { id: 'lampu-jalan', name: 'Penerangan jalan', selectable: true, questions: [question] };

/** What is wrong with a file: where, and how. */
const complaints = (file: unknown): string[] =>
  (DirectoryFile.safeParse(file).error?.issues ?? []).map(({ path, code }) => `${path.join('.')} ${code}`);

test('a directory file holds institutions and categories as the contract tells them', () => {
  const file = { institutions: [institution], categories: [category] };
  assert.deepEqual(DirectoryFile.parse(file), file);
  assert.deepEqual(DirectoryFile.parse({}), { institutions: [], categories: [] });
});

test('a kind or type that this gateway does not know is refused, although a reader of answers would take it', () => {
  assert.deepEqual(complaints({ institutions: [{ ...institution, kind: 'ministry' }] }), [
    'institutions.0.kind invalid_value',
  ]);
  assert.deepEqual(complaints({ categories: [{ ...category, questions: [{ ...question, type: 'signature' }] }] }), [
    'categories.0.questions.0.type invalid_value',
  ]);
});

test('a misspelt member is refused wherever it stands', () => {
  assert.deepEqual(complaints({ institutions: [{ ...institution, nmae: 'x' }] }), ['institutions.0 unrecognized_keys']);
  assert.deepEqual(complaints({ categories: [{ ...category, questions: [{ ...question, requierd: true }] }] }), [
    'categories.0.questions.0 unrecognized_keys',
  ]);
});
