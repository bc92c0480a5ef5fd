import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clockPolicyOf } from './clock-policy.ts';

test('a policy is the defaults and what was set, and refuses what makes no sense', () => {
  assert.equal(clockPolicyOf({ remindBefore: 2 }).remindBefore, 2);
  assert.equal(clockPolicyOf({ remindBefore: 2 }).announceBefore, 3);
  assert.deepEqual(clockPolicyOf({ retention: { texts: { amount: 10, unit: 'year' } } }).retention.identity, {
    amount: 2,
    unit: 'year',
  });
  for (const wrong of [
    { remindBefore: 0 },
    { messageHour: 24 },
    { retention: { texts: { amount: 0, unit: 'year' } } },
    { escalateevery: 1 },
  ]) {
    assert.throws(() => clockPolicyOf(wrong as never));
  }
});
