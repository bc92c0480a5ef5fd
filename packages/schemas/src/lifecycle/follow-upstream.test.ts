import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KnownStatusCode } from '../status.ts';
import { type History, inStatus } from './history.test.support.ts';

const word = (code: KnownStatusCode, rawLabel: string) =>
  ({ type: 'recordUpstreamStatus', connector: 'sp4n', code, rawLabel }) as const;
const says = (history: History, code: KnownStatusCode, rawLabel: string = code) =>
  history.act('upstream', word(code, rawLabel));
const running = ({ state }: History) => state.spans.filter((span) => !span.ended).map((span) => span.kind);

test('a status of the upstream is taken over with its label and its clocks', () => {
  const history = says(inStatus.disposed(), 'inProgress', 'Diproses');
  assert.deepEqual([history.state.status, history.state.rawLabel], ['inProgress', 'Diproses']);
  says(history, 'followedUp', 'Ditindaklanjuti oleh Instansi');
  assert.deepEqual(
    [history.state.answered, running(history)],
    [true, ['completion', 'legalLimit', 'reporterResponse']],
  );
});

test('a label that nobody here knows is shown and moves no clock', () => {
  for (const status of ['unverified', 'disposed', 'followedUp'] as const) {
    const history = inStatus[status]();
    const { spans } = history.state;
    says(history, 'unknown', 'Dikaji Tim');
    assert.deepEqual(
      [history.state.status, history.state.rawLabel, history.state.spans],
      ['unknown', 'Dikaji Tim', spans],
    );
  }
});

test('a label that nobody here knows opens no closed report', () => {
  const history = inStatus.completed();
  const { closed, spans } = history.state;
  says(history, 'unknown', 'Dinilai');
  assert.deepEqual(
    [history.state.status, history.state.rawLabel, history.state.closed, history.state.spans],
    ['completed', 'Dinilai', closed, spans],
  );
});

test('the same status under another label changes the label and no clock', () => {
  const history = says(inStatus.disposed(), 'followedUp', 'Ditindaklanjuti');
  const { spans } = history.wait(4).state;
  says(history, 'followedUp', 'Ditindaklanjuti oleh Dinas PU');
  assert.deepEqual([history.state.rawLabel, history.state.spans], ['Ditindaklanjuti oleh Dinas PU', spans]);
  const closed = inStatus.completed();
  const closedAt = closed.state.closed;
  assert.deepEqual(
    says(closed.wait(9), 'completed', 'Selesai').state.closed,
    closedAt,
    'nor does the reopen period begin anew',
  );
});

test('an upstream that is asked again and says the same undoes nothing that happened here in between', () => {
  const history = says(inStatus.disposed(), 'followedUp', 'Ditindaklanjuti').act('reporter', { type: 'reply' });
  assert.equal(says(history, 'followedUp', 'Ditindaklanjuti').state.status, 'reporterReplied');
  const disputed = says(inStatus.disposed(), 'archived', 'Diarsipkan').act('reporter', { type: 'dispute' });
  assert.equal(says(disputed, 'archived', 'Diarsipkan').state.status, 'reporterReplied');
  assert.equal(disputed.state.rawLabel, undefined, 'and its label is not shown beside a status that is ours');
});

test('another status or institution under the same label, and another upstream with the same word, are news', () => {
  assert.equal(
    says(says(inStatus.verified(), 'disposed', 'Proses'), 'inProgress', 'Proses').state.status,
    'inProgress',
  );
  const history = says(inStatus.verified(), 'disposed', 'Terdisposisi');
  const named = { ...word('disposed', 'Terdisposisi'), institutionName: 'Dinas PU' };
  assert.equal(history.act('upstream', named).state.upstream?.institutionName, 'Dinas PU');
  assert.equal(history.act('upstream', { ...named, connector: 'open311' }).state.upstream?.connector, 'open311');
});

test('an upstream closes a report, and the reporter can rate what it did', () => {
  const history = says(inStatus.disposed(), 'completed', 'Selesai');
  assert.deepEqual(history.state.closed, { at: history.now, how: 'upstream' });
  assert.equal(history.act('reporter', { type: 'confirm', rating: 4 }).state.rating, 4);
});

test('an upstream opens what was closed, on its old clocks and with room for another rating', () => {
  for (const closed of [
    says(inStatus.disposed(), 'completed', 'Selesai').act('reporter', { type: 'confirm', rating: 1 }),
    inStatus.archived(),
  ]) {
    says(closed.wait(3), 'inProgress', 'Diproses');
    assert.deepEqual(
      [closed.state.status, closed.state.closed, closed.state.rating],
      ['inProgress', undefined, undefined],
    );
    assert.deepEqual(running(closed), ['completion', 'legalLimit', 'followUp']);
    assert.equal(closed.state.spans[1]?.startedAt, closed.state.receivedAt);
  }
});

test('wherever an upstream puts an answered report back, the institution owes an answer again', () => {
  for (const code of ['unverified', 'verified', 'disposed', 'inProgress', 'postponed', 'reporterReplied'] as const) {
    assert.deepEqual(running(says(inStatus.followedUp(), code)), ['completion', 'legalLimit', 'followUp'], code);
  }
});

test("an upstream's answer to a dispute counts as one", () => {
  const history = says(inStatus.followedUp().act('reporter', { type: 'dispute' }), 'followedUp', 'Ditindaklanjuti');
  assert.deepEqual([history.state.disputed, history.refusal('roads', { type: 'complete' })], [false, undefined]);
});

test('what the reporter took back stays closed, whatever the upstream goes on to do', () => {
  const history = inStatus.disposed().act('reporter', { type: 'withdraw' });
  const { closed, spans } = history.state;
  for (const code of ['inProgress', 'unknown', 'completed'] as const) says(history, code);
  assert.deepEqual([history.state.status, history.state.closed, history.state.spans], ['archived', closed, spans]);
  assert.deepEqual(
    [history.state.upstream?.code, history.refusal('reporter', { type: 'dispute' })],
    ['completed', 'withdrawnByReporter'],
  );
});

test('what is merged stays merged, and what the upstream said of it counts once the merge is undone', () => {
  const merge = { type: 'mergeInto', trackingId: '77' } as const;
  const answered = says(inStatus.disposed().act('admin', merge), 'followedUp', 'Ditindaklanjuti');
  assert.deepEqual(
    [answered.state.status, answered.state.closed?.how, answered.state.rawLabel],
    ['archived', 'merged', undefined],
  );
  answered.act('admin', { type: 'undoMerge' });
  assert.deepEqual(
    [answered.state.status, answered.state.rawLabel, running(answered)],
    ['followedUp', 'Ditindaklanjuti', ['completion', 'legalLimit', 'reporterResponse']],
  );
  assert.equal(answered.refusal('roads', { type: 'complete' }), undefined, 'as answered');
  const closed = says(says(inStatus.disposed().act('admin', merge), 'completed', 'Selesai'), 'unknown', 'Dinilai').act(
    'admin',
    { type: 'undoMerge' },
  );
  assert.deepEqual(
    [closed.state.status, closed.state.closed?.how, closed.state.rawLabel],
    ['completed', 'upstream', 'Dinilai'],
  );
});
