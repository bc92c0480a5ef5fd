import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOwner } from './first-owner.ts';

const isKnown = (id: string) => id === 'dinas-pu' || id === 'kabupaten';

test('the institution that the reporter picked has the report from the start', () => {
  assert.equal(firstOwner('dinas-pu', 'kabupaten', isKnown), 'dinas-pu');
});

test('without a choice, and with one that takes no reports, the coordinator has it and nobody is refused', () => {
  assert.equal(firstOwner(undefined, 'kabupaten', isKnown), 'kabupaten');
  assert.equal(firstOwner('dinas-impian', 'kabupaten', isKnown), 'kabupaten');
});
