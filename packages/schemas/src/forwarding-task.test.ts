import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ForwardingResolution, ForwardingRetry } from './forwarding-task.ts';

test('a retry says nothing, or that it is not there', () => {
  assert.deepEqual(ForwardingRetry.parse({}), {});
  assert.deepEqual(ForwardingRetry.parse({ absent: true }), { absent: true });
  assert.equal(ForwardingRetry.safeParse({ absent: 'yes' }).error?.issues[0]?.path.join('/'), 'absent');
});

test('a resolution names the number in the other system', () => {
  assert.deepEqual(ForwardingResolution.parse({ upstreamId: '9165816' }), { upstreamId: '9165816' });
  for (const upstreamId of ['', 'a b', '../1', 'x'.repeat(101)])
    assert.equal(ForwardingResolution.safeParse({ upstreamId }).error?.issues[0]?.path.join('/'), 'upstreamId');
});
