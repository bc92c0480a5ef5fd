import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeAttempt } from './verdict.ts';
import { defaultPauses } from './webhook-options.ts';

test('only 2xx is taken', () => {
  for (const status of [200, 202, 204, 299]) assert.equal(judgeAttempt({ status }, 0, [1]).state, 'delivered');
  for (const status of [301, 400, 401, 404, 429, 500]) assert.equal(judgeAttempt({ status }, 0, [1]).state, 'queued');
});

test('pauses grow, are drawn a fifth shorter or longer, and end after about three days', () => {
  for (const [failures, pause] of defaultPauses.entries()) {
    assert.equal(judgeAttempt({ error: 'x' }, failures, defaultPauses, 0).pause, pause * 0.8);
    assert.equal(judgeAttempt({ error: 'x' }, failures, defaultPauses, 1).pause, pause * 1.2000000000000002);
  }
  const days = defaultPauses.reduce((sum, pause) => sum + pause, 0) / 86_400;
  assert.ok(days > 2.5 && days < 3.5, String(days));
  assert.equal(judgeAttempt({ error: 'x' }, defaultPauses.length, defaultPauses).state, 'failed');
});

test('a receiver that asks to be left alone is, for a day at most', () => {
  assert.equal(judgeAttempt({ status: 429, retryAfter: 600 }, 0, [5]).pause, 600);
  assert.equal(judgeAttempt({ status: 503, retryAfter: 9_999_999 }, 0, [5]).pause, 86_400);
});

test('410 is the end', () => {
  const { state, isGone } = judgeAttempt({ status: 410 }, 0, defaultPauses);
  assert.deepEqual([state, isGone], ['failed', true]);
});
