import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusCodes } from '../status.ts';
import type { LifecycleEvent } from './event.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { actors, because, History, inStatus } from './history.test.support.ts';
import { LifecycleError } from './lifecycle-error.ts';

const statusesOf = ({ events }: History) => events.map((_, index) => foldEvents(events.slice(0, index + 1)).status);
const running = ({ state }: History) => state.spans.filter((span) => !span.ended).map((span) => span.kind);

test('the usual way: received, verified, disposed, begun, answered, confirmed', () => {
  const history = inStatus.followedUp().wait(1).act('reporter', { type: 'confirm', rating: 5 });
  assert.deepEqual(statusesOf(history), [
    'unverified',
    'verified',
    'disposed',
    'inProgress',
    'followedUp',
    'completed',
  ]);
  const { closed, ownerId, hops, rating } = history.state;
  assert.deepEqual([closed, ownerId, rating], [{ at: history.now, how: 'confirmed' }, 'dinas-pu', 5]);
  assert.deepEqual(
    hops.map(({ how, from, to }) => [how, from, to]),
    [
      ['received', undefined, 'kabupaten'],
      ['disposed', 'kabupaten', 'dinas-pu'],
    ],
  );
});

test("a report for a chosen institution is that institution's from the first event on", () => {
  const { state } = new History({ ownerId: 'rsud' });
  assert.deepEqual([state.ownerId, state.coordinatorId, state.status], ['rsud', 'kabupaten', 'unverified']);
});

test('postponing and archiving keep the reason until the status is left', () => {
  const postponed = inStatus.postponed();
  assert.deepEqual([postponed.state.status, postponed.state.statusReason], ['postponed', 'notClear']);
  assert.equal(postponed.act('roads', { type: 'startFollowUp' }).state.statusReason, undefined);
  const archived = inStatus.archived().state;
  assert.deepEqual(
    [archived.status, archived.statusReason, archived.closed?.how],
    ['archived', 'notClear', 'archived'],
  );
  assert.equal(inStatus.disposed().act('reporter', { type: 'withdraw' }).state.statusReason, 'atReporterRequest');
});

const afterReply = {
  unverified: 'unverified',
  verified: 'verified',
  disposed: 'disposed',
  inProgress: 'inProgress',
  reporterReplied: 'reporterReplied',
  followedUp: 'reporterReplied',
  postponed: 'reporterReplied',
  unknown: 'reporterReplied',
} as const;
for (const status of statusCodes) {
  if (status === 'completed' || status === 'archived') continue;
  test(`a reply while ${status} leaves the report ${afterReply[status]}, and the turn with the institution`, () => {
    const history = inStatus[status]();
    const before = history.state;
    history.wait(1).act('reporter', { type: 'reply' });
    assert.equal(history.state.status, afterReply[status]);
    assert.ok(!running(history).includes('reporterResponse'));
    assert.ok(running(history).some((kind) => kind === 'verification' || kind === 'followUp'));
    if (before.status === history.state.status) assert.deepEqual(history.state.spans, before.spans);
  });
}

test("a reply to a question asked before verification keeps no promise of the institution's", () => {
  const history = new History().act('admin', { type: 'postpone', ...because }).wait(2);
  history.act('reporter', { type: 'reply' });
  assert.deepEqual(
    [history.state.status, running(history)],
    ['reporterReplied', ['verification', 'completion', 'legalLimit']],
  );
  assert.equal(history.act('admin', { type: 'verify' }).state.status, 'verified');
});

test('confirming keeps the promise to respond, and takes back a dispute', () => {
  const history = inStatus.followedUp().act('reporter', { type: 'confirm', rating: 5 });
  assert.equal(history.state.spans.at(-1)?.ended?.how, 'met');
  const disputed = inStatus.followedUp().act('reporter', { type: 'dispute' });
  assert.equal(disputed.act('reporter', { type: 'confirm', rating: 5 }).state.disputed, false);
});

test('a rating after the report was closed changes neither when nor how that was', () => {
  const history = inStatus.completed();
  const { closed, spans } = history.state;
  history.wait(6).act('reporter', { type: 'confirm', rating: 4 });
  assert.deepEqual([history.state.closed, history.state.spans, history.state.rating], [closed, spans, 4]);
});

const closings = {
  'the reporter': () => inStatus.followedUp().act('reporter', { type: 'confirm', rating: 3 }),
  'an officer': inStatus.completed,
  'the system': () =>
    inStatus
      .followedUp()
      .act('system', { type: 'announceClosure', closesOn: '2026-01-19' })
      .act('system', { type: 'closeAutomatically' }),
  'an upstream': () =>
    inStatus
      .inProgress()
      .act('upstream', { type: 'recordUpstreamStatus', connector: 'sp4n', code: 'completed', rawLabel: 'Selesai' }),
  'an admin who archived it': inStatus.archived,
  'an admin who archived it unverified': () => new History().act('admin', { type: 'archive', ...because }),
};
for (const [closer, closed] of Object.entries(closings)) {
  test(`a dispute opens what ${closer} closed, on its old clocks`, () => {
    const history = closed();
    const { ownerId } = history.state;
    history.wait(30).act('reporter', { type: 'dispute' });
    assert.deepEqual(
      [history.state.status, history.state.closed, history.state.ownerId],
      ['reporterReplied', undefined, ownerId],
    );
    const [, completion, legalLimit] = history.state.spans;
    for (const span of [completion, legalLimit])
      assert.deepEqual([span?.startedBy, span?.startedAt, span?.ended], [0, history.state.receivedAt, undefined]);
    assert.deepEqual(running(history), ['completion', 'legalLimit', 'followUp']);
  });

  test(`what ${closer} closed stays closed when the reopen period is over`, () => {
    assert.equal(
      closed()
        .wait(30 + 1 / 86_400_000)
        .refusal('reporter', { type: 'dispute' }),
      'reopenPeriodOver',
    );
  });
}

test('each closing has a reopen period of its own, and a gateway sets how long', () => {
  const history = inStatus
    .completed()
    .wait(20)
    .act('reporter', { type: 'dispute' })
    .act('roads', { type: 'respond', message: 'Sudah.' });
  assert.equal(
    history.wait(20).act('roads', { type: 'complete' }).wait(20).refusal('reporter', { type: 'dispute' }),
    undefined,
  );
  const short = new History({ policy: { maximumReturns: 3, reopenWithinDays: 0 } }).act('admin', {
    type: 'archive',
    ...because,
  });
  assert.equal(short.refusal('reporter', { type: 'dispute' }), undefined);
  assert.equal(short.wait(1).refusal('reporter', { type: 'dispute' }), 'reopenPeriodOver');
});

test('an answer can be disputed before it closes anything, however late', () => {
  const { state } = inStatus.followedUp().wait(400).act('reporter', { type: 'dispute' });
  assert.deepEqual([state.status, state.disputed], ['reporterReplied', true]);
});

test('what the reporter took back is never opened again', () => {
  for (const status of ['unverified', 'followedUp', 'unknown'] as const) {
    const withdrawn = inStatus[status]().act('reporter', { type: 'withdraw' });
    assert.equal(withdrawn.refusal('reporter', { type: 'dispute' }), 'withdrawnByReporter');
  }
});

test('redacting, correcting, noting, reminding and supporting move no clock, no owner and no status', () => {
  for (const status of statusCodes) {
    const history = inStatus[status]();
    const { sequence: _, updatedAt: __, supportCount, ...before } = history.state;
    history.wait(3);
    history.append(
      'admin',
      { type: 'redacted', parts: ['content'] },
      { type: 'noted' },
      { type: 'corrected', fields: ['title'] },
    );
    history
      .append('system', { type: 'reminded', deadlineKind: 'followUp', to: 'dinas-pu' })
      .append('public', { type: 'supported' });
    const { sequence: ___, updatedAt, supportCount: later, ...after } = history.state;
    assert.deepEqual(after, before);
    assert.deepEqual([later, updatedAt], [supportCount + 1, history.now]);
  }
});

test('how serious a report is judged to be is shown as corrected, and counted as first judged', () => {
  const history = new History()
    .act('admin', { type: 'verify', supervision: 'supervisory' })
    .act('admin', { type: 'correct', supervision: 'nonSupervisory' });
  assert.equal(history.state.supervision, 'nonSupervisory');
  assert.equal(history.state.spans[1]?.supervision, 'supervisory');
  history.act('admin', { type: 'dispose', to: 'rsud', supervision: 'nonSupervisory' });
  assert.equal(history.state.spans[1]?.supervision, 'supervisory');
});

test('escalations are remembered by the highest, and the Ombudsman is offered once', () => {
  const history = inStatus.disposed();
  for (const level of [1, 3, 2])
    history.act('system', { type: 'escalate', level, to: 'kabupaten', deadlineKind: 'followUp' });
  history.act('system', { type: 'offerOmbudsman' });
  assert.deepEqual(
    [history.state.escalationLevel, history.state.ombudsmanOffered, history.state.ownerId],
    [3, true, 'dinas-pu'],
  );
});

test("an upstream's id stays known while the report is tried again there, and belongs to no other upstream", () => {
  const history = inStatus.disposed().append('system', { type: 'delivered', connector: 'sp4n', upstreamId: '9165816' });
  for (const type of ['deliveryFailed', 'deliveryQueued'] as const) {
    assert.equal(history.append('system', { type, connector: 'sp4n' }).state.delivery?.upstreamId, '9165816');
  }
  assert.deepEqual(history.append('system', { type: 'deliveryFailed', connector: 'open311' }).state.delivery, {
    state: 'failed',
    connector: 'open311',
    at: history.now,
  });
});

const usual = inStatus.followedUp().events;
const damage: Record<string, readonly LifecycleEvent[]> = {
  'nothing at all': [],
  'a gap': usual.toSpliced(2, 1),
  'no beginning': usual.slice(1),
  'an event twice': usual.toSpliced(2, 0, usual[2]!),
  'two events the wrong way round': [usual[0]!, usual[2]!, usual[1]!],
  'something else at the beginning': usual.toSpliced(0, 1, {
    type: 'noted',
    sequence: 0,
    at: usual[0]!.at,
    by: actors.system,
  }),
  'a second reception': [...usual, { ...usual[0]!, sequence: usual.length }],
  'a disposition by somebody who is not the owner': [
    ...usual,
    { type: 'disposed', from: 'kabupaten', to: 'rsud', sequence: usual.length, at: usual[0]!.at, by: actors.admin },
  ],
  'a return by somebody who is not the owner': [
    ...usual,
    { type: 'returned', from: 'rsud', to: 'kabupaten', sequence: usual.length, at: usual[0]!.at, by: actors.hospital },
  ],
  'an undone merge that never was': [
    ...usual,
    { type: 'unmerged', from: '77', sequence: usual.length, at: usual[0]!.at, by: actors.admin },
  ],
  'an event of a newer version': [
    ...usual,
    { type: 'certified', sequence: usual.length, at: usual[0]!.at, by: actors.system } as never,
  ],
};
for (const [what, events] of Object.entries(damage)) {
  test(`a history with ${what} is a LifecycleError that names the event`, () => {
    assert.throws(
      () => foldEvents(events),
      (error) => {
        assert.ok(error instanceof LifecycleError && error.name === 'LifecycleError');
        assert.match(
          error.message,
          new RegExp(`^Lifecycle: event ${error.sequence} .*Check the stored events of this report\\.$`),
        );
        return true;
      },
    );
  });
}

test('a damaged event leaves the state before it as it was', () => {
  const { state } = inStatus.followedUp();
  const copy = structuredClone(state);
  assert.throws(() => applyEvent(state, { ...usual[1]!, sequence: 99 }), LifecycleError);
  assert.deepEqual(state, copy);
});
