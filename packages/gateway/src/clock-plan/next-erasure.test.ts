import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockPolicyOf } from './clock-policy.ts';
import { nextErasure } from './next-erasure.ts';

test('erasures come one after another, and end', () => {
  const { retention } = clockPolicyOf();
  const moments: string[] = [];
  for (
    let at = nextErasure('2024-02-29T10:00:00Z', undefined, retention);
    at !== undefined;
    at = nextErasure('2024-02-29T10:00:00Z', at, retention)
  )
    moments.push(at);
  assert.deepEqual(moments, ['2025-03-01T10:00:00Z', '2026-03-01T10:00:00Z', '2029-03-01T10:00:00Z']);
});
