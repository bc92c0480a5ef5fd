import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedActions } from './allowed-actions.ts';
import { type ActorName, type History, inStatus } from './history.test.support.ts';

const allowed = (history: History, name: ActorName) => allowedActions(history.state, history.contextOf(name));

test('a reporter sees what can be done about the report as it stands', () => {
  assert.deepEqual(allowed(inStatus.unverified(), 'reporter'), ['reply', 'support', 'withdraw']);
  assert.deepEqual(allowed(inStatus.followedUp(), 'reporter'), ['reply', 'support', 'confirm', 'dispute', 'withdraw']);
  assert.deepEqual(allowed(inStatus.completed(), 'reporter'), ['support', 'confirm', 'dispute']);
  assert.deepEqual(allowed(inStatus.archived(), 'reporter'), ['dispute']);
  assert.deepEqual(allowed(inStatus.archived().wait(31), 'reporter'), []);
});

test('a liaison officer sees what handling takes, an admin also what steering takes', () => {
  assert.deepEqual(allowed(inStatus.disposed(), 'roads'), [
    'returnAsOutsideAuthority',
    'postpone',
    'startFollowUp',
    'respond',
    'note',
  ]);
  assert.deepEqual(allowed(inStatus.disposed(), 'admin'), [
    'dispose',
    'returnAsOutsideAuthority',
    'postpone',
    'archive',
    'startFollowUp',
    'respond',
    'mergeInto',
    'redact',
    'correct',
    'note',
  ]);
});

test('an officer of another institution sees nothing to press', () => {
  assert.deepEqual(allowed(inStatus.disposed(), 'foreign'), []);
  assert.deepEqual(allowed(inStatus.disposed(), 'hospital'), []);
});

test('the public can only support', () => {
  assert.deepEqual(allowed(inStatus.disposed(), 'public'), ['support']);
});

test('a merged report offers its undoing to those who may, and to its reporter to say that it is another matter', () => {
  const merged = inStatus.disposed().act('admin', { type: 'mergeInto', trackingId: '77' });
  assert.deepEqual(allowed(merged, 'admin'), ['undoMerge', 'redact', 'correct', 'note']);
  assert.deepEqual(allowed(merged, 'reporter'), ['dispute']);
});
