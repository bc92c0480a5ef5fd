import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wibInstant } from './wib-instant.ts';

test('a moment without a zone is one of Jakarta', () => {
  assert.equal(wibInstant('10-03-2026 06:30:05'), Date.parse('2026-03-09T23:30:05Z'));
  for (const text of ['31-02-2026 00:00:00', '2026-03-10 06:30:05', '', 'null'])
    assert.equal(wibInstant(text), undefined);
});
