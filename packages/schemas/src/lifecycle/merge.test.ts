import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusCodes } from '../status.ts';
import { because, type History, inStatus } from './history.test.support.ts';

const into = { type: 'mergeInto', trackingId: '77' } as const;
const open = statusCodes.filter((status) => status !== 'completed' && status !== 'archived');
const facts = ({ state: { status, rawLabel, closed, statusReason, spans } }: History) => ({
  status,
  rawLabel,
  closed,
  statusReason,
  spans,
});

test('a merged report is closed as a duplicate, keeps its owner and owes nothing', () => {
  const { state } = inStatus.inProgress().act('admin', into);
  assert.deepEqual(
    [state.status, state.closed?.how, state.statusReason, state.ownerId, state.merge?.into],
    ['archived', 'merged', 'duplicate', 'dinas-pu', '77'],
  );
  assert.ok(state.spans.every((span) => span.ended));
});

for (const status of open) {
  test(`undoing a merge brings a report that was ${status} back with its status and clocks, and what happened in between`, () => {
    const history = inStatus[status]();
    const before = facts(history);
    history.act('admin', into).wait(5);
    history.act('admin', { type: 'correct', supervision: 'supervisory' }).act('admin', { type: 'note', message: '-' });
    history
      .act('system', { type: 'recordDelivery', connector: 'sp4n', upstreamId: '9165816' })
      .act('admin', { type: 'undoMerge' });
    assert.deepEqual(facts(history), before);
    const { merge, supervision, delivery, updatedAt } = history.state;
    assert.deepEqual(
      [merge, supervision, delivery?.upstreamId, updatedAt],
      [undefined, 'supervisory', '9165816', history.now],
    );
  });
}

test('a merge can be undone only once, and only where there is one', () => {
  const undo = { type: 'undoMerge' } as const;
  assert.equal(inStatus.archived().refusal('admin', undo), 'notMerged');
  assert.equal(inStatus.verified().act('admin', into).act('admin', undo).refusal('admin', undo), 'notMerged');
});

test('a merge can be undone by the system, for the day on which the other report is taken back', () => {
  assert.equal(inStatus.disposed().act('admin', into).act('system', { type: 'undoMerge' }).state.status, 'disposed');
});

test('what is merged is handled where it was merged into, and says so', () => {
  const merged = inStatus.followedUp().act('admin', into);
  for (const type of ['reply', 'withdraw', 'support'] as const)
    assert.equal(merged.refusal('reporter', { type }), 'isMerged');
  assert.equal(merged.refusal('roads', { type: 'respond', message: '-' }), 'isMerged');
  assert.equal(merged.refusal('admin', into), 'isMerged');
  assert.equal(merged.refusal('system', { type: 'absorb', trackingId: '78' }), 'isMerged');
});

test('a reporter who says that it is another matter gets the report back as it stood, with the clock that ran on', () => {
  const before = inStatus.disposed();
  const after = before.act('admin', into).act('reporter', { type: 'dispute' });
  assert.equal(after.state.status, 'disposed');
  assert.equal(after.state.merge, undefined);
  assert.deepEqual(after.state.spans, before.state.spans);
  assert.equal(after.events.at(-1)?.type, 'unmerged');
});

test('two reports are never merged into each other', () => {
  const absorbing = inStatus.disposed().act('system', { type: 'absorb', trackingId: '77' });
  assert.equal(absorbing.refusal('admin', into), 'isMerged');
  assert.equal(absorbing.act('system', { type: 'release', trackingId: '77' }).refusal('admin', into), undefined);
});

test('a closed report takes in no other, or nobody would handle that one', () => {
  const absorb = { type: 'absorb', trackingId: '78' } as const;
  for (const closed of [inStatus.completed(), inStatus.archived()])
    assert.equal(closed.refusal('system', absorb), 'status');
});

test('what was taken in can be given back, also by a closed report', () => {
  const history = inStatus.inProgress();
  for (const trackingId of ['77', '78']) history.act('system', { type: 'absorb', trackingId });
  history.act('admin', { type: 'archive', ...because }).act('system', { type: 'release', trackingId: '77' });
  assert.deepEqual(history.state.absorbed, ['78']);
});

test('an announced closing does not come true the moment that a merge is undone', () => {
  const history = inStatus.followedUp().act('system', { type: 'announceClosure', closesOn: '2026-01-19' });
  history.act('admin', into).wait(60).act('admin', { type: 'undoMerge' });
  assert.equal(history.refusal('system', { type: 'closeAutomatically' }), 'closureNotAnnounced');
  assert.equal(history.refusal('reporter', { type: 'reply' }), undefined);
});
