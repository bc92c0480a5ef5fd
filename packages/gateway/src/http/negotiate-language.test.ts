import assert from 'node:assert/strict';
import { test } from 'node:test';
import { negotiateLanguage } from './negotiate-language.ts';

const cases: readonly (readonly [header: string | null, language: 'id' | 'en'])[] = [
  [null, 'id'],
  ['', 'id'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7', 'id'],
  ['fr, en;q=0.4, id;q=0.2', 'en'],
  ['en;q=0, id', 'id'],
  ['en;q=0', 'id'],
  ['jv, su', 'id'],
  ['*', 'id'],
  ['EN', 'en'],
  [';;;,,,q=1', 'id'],
];

for (const [header, language] of cases) {
  test(`${JSON.stringify(header)} is answered in ${language}`, () => {
    assert.equal(negotiateLanguage(header), language);
  });
}

test('a header of a million ranges takes no time', () => {
  assert.equal(negotiateLanguage('en,'.repeat(1_000_000)), 'en');
});
