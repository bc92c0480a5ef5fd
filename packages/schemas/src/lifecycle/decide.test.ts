import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Redaction } from '../desk-action.ts';
import { because, History, inStatus } from './history.test.support.ts';

test('role is asked before authority, authority before the moment', () => {
  const completed = inStatus.completed();
  assert.equal(completed.refusal('foreign', { type: 'verify' }), 'role');
  assert.equal(completed.refusal('foreign', { type: 'respond', message: 'Ya' }), 'authority');
  assert.equal(completed.refusal('roads', { type: 'respond', message: 'Ya' }), 'status');
});

test('a decision proposes what is decided, without number, date or name', () => {
  const decision = inStatus
    .verified()
    .decide('admin', { type: 'dispose', to: 'rsud', supervision: 'supervisory', reason: 'Wewenang RSUD.' });
  assert.deepEqual(decision, {
    allowed: true,
    events: [{ type: 'disposed', from: 'kabupaten', to: 'rsud', supervision: 'supervisory' }],
  });
});

test('a report is not disposed to whoever has it, but the first owner can be confirmed in writing', () => {
  const toSelf = { type: 'dispose', to: 'dinas-pu' } as const;
  assert.equal(inStatus.disposed().refusal('admin', toSelf), 'alreadyOwner');
  for (const open of [
    new History({ ownerId: 'dinas-pu' }),
    new History({ ownerId: 'dinas-pu' }).act('admin', { type: 'verify' }),
  ]) {
    const { state } = open.act('admin', toSelf);
    assert.deepEqual([state.status, state.ownerId, state.hops.length], ['disposed', 'dinas-pu', 2]);
  }
});

test('nothing is disposed or returned to an institution that does not exist', () => {
  assert.equal(inStatus.verified().refusal('admin', { type: 'dispose', to: 'dinas-impian' }), 'unknownInstitution');
  assert.equal(
    inStatus.disposed().refusal('roads', { type: 'returnAsOutsideAuthority', reason: '-', to: 'dinas-impian' }),
    'unknownInstitution',
  );
});

test('a report is completed only after an answer, also where work has begun', () => {
  assert.equal(inStatus.inProgress().refusal('roads', { type: 'complete' }), 'notAnsweredYet');
  assert.equal(
    inStatus.followedUp().act('roads', { type: 'startFollowUp' }).refusal('roads', { type: 'complete' }),
    undefined,
  );
});

test('after a dispute a report is completed only after a new answer', () => {
  for (const answered of [inStatus.followedUp(), inStatus.completed()]) {
    const disputed = answered.act('reporter', { type: 'dispute' });
    assert.equal(disputed.refusal('roads', { type: 'complete' }), 'notAnsweredYet');
    assert.equal(
      disputed.act('roads', { type: 'startFollowUp' }).refusal('roads', { type: 'complete' }),
      'notAnsweredYet',
    );
    assert.equal(
      disputed.act('roads', { type: 'respond', message: 'Sudah diganti.' }).refusal('roads', { type: 'complete' }),
      undefined,
    );
  }
});

test('the reporter can say "fixed" wherever the report stands, once it was answered', () => {
  const passedOn = inStatus
    .reporterReplied()
    .act('roads', { type: 'returnAsOutsideAuthority', reason: '-', to: 'rsud' });
  const putOff = inStatus.reporterReplied().act('roads', { type: 'postpone', ...because });
  const disputed = inStatus.followedUp().act('reporter', { type: 'dispute' });
  for (const history of [passedOn, putOff, disputed])
    assert.equal(history.act('reporter', { type: 'confirm', rating: 5 }).state.closed?.how, 'confirmed');
});

test('a report is rated once, and once more after it was opened again', () => {
  const rated = inStatus.followedUp().act('reporter', { type: 'confirm', rating: 5 });
  assert.equal(rated.refusal('reporter', { type: 'confirm', rating: 1 }), 'alreadyRated');
  rated.act('reporter', { type: 'dispute' });
  assert.equal(rated.state.rating, undefined);
  assert.equal(rated.act('reporter', { type: 'confirm', rating: 2 }).state.rating, 2);
});

test('a report closes by itself only after that was announced, and an announcement does not outlive what happens next', () => {
  const announced = () => inStatus.followedUp().act('system', { type: 'announceClosure', closesOn: '2026-01-19' });
  assert.equal(inStatus.followedUp().refusal('system', { type: 'closeAutomatically' }), 'closureNotAnnounced');
  assert.equal(announced().act('system', { type: 'closeAutomatically' }).state.closed?.how, 'automatic');
  const answeredAgain = announced().act('roads', { type: 'respond', message: 'Tambahan.' });
  const replied = announced().act('reporter', { type: 'reply' });
  for (const history of [answeredAgain, replied])
    assert.equal(history.refusal('system', { type: 'closeAutomatically' }), 'closureNotAnnounced');
  const onlyLookedAt = announced()
    .act('public', { type: 'support' })
    .act('admin', { type: 'note', message: '-' })
    .act('admin', { type: 'correct', title: 'Lampu' });
  assert.equal(onlyLookedAt.refusal('system', { type: 'closeAutomatically' }), undefined);
});

test('a postponement can be prolonged', () => {
  const { state, events } = inStatus
    .postponed()
    .act('roads', { type: 'postpone', reasonCode: 'awaitingOthers', reason: '-', until: '2026-03-01' });
  assert.deepEqual([state.status, state.statusReason], ['postponed', 'awaitingOthers']);
  assert.equal((events.at(-1) as { until?: string }).until, '2026-03-01');
});

test('what is said twice because the first answer was lost is said once', () => {
  const twice = [
    ['system', { type: 'offerOmbudsman' }],
    ['system', { type: 'absorb', trackingId: '77' }],
    ['system', { type: 'queueDelivery', connector: 'sp4n' }],
    ['upstream', { type: 'recordDelivery', connector: 'sp4n', upstreamId: '9165816' }],
    [
      'upstream',
      {
        type: 'recordUpstreamStatus',
        connector: 'sp4n',
        code: 'inProgress',
        rawLabel: 'Proses',
        institutionName: 'Dinas PU',
      },
    ],
    ['system', { type: 'release', trackingId: '77' }],
  ] as const;
  const history = inStatus.disposed();
  for (const [name, action] of twice) {
    const { length } = history.events;
    history.act(name, action);
    assert.equal(history.events.length, length + 1, action.type);
    history.act(name, action);
    assert.equal(history.events.length, length + 1, `${action.type} a second time`);
  }
  assert.deepEqual(history.decide('admin', { type: 'correct' }), { allowed: true, events: [] });
});

test('a delivered report is neither queued for the same upstream again nor called failed', () => {
  const delivered = inStatus
    .disposed()
    .act('system', { type: 'recordDelivery', connector: 'sp4n', upstreamId: '9165816' });
  for (const type of ['queueDelivery', 'recordDeliveryFailure'] as const) {
    assert.deepEqual(delivered.decide('system', { type, connector: 'sp4n' }), { allowed: true, events: [] });
    const elsewhere = delivered.decide('system', { type, connector: 'open311' });
    assert.equal(elsewhere.allowed && elsewhere.events.length, 1, `${type} for another upstream`);
  }
  assert.equal(
    delivered.act('upstream', { type: 'recordDelivery', connector: 'sp4n', upstreamId: '9165817' }).state.delivery
      ?.upstreamId,
    '9165817',
  );
  const failed = inStatus.disposed().act('system', { type: 'recordDeliveryFailure', connector: 'sp4n' });
  assert.equal(failed.act('system', { type: 'queueDelivery', connector: 'sp4n' }).state.delivery?.state, 'queued');
});

test('a correction names what was corrected and carries none of it', () => {
  const correction = {
    type: 'correct',
    title: 'Lampu',
    categoryId: 'jalan',
    place: { landmark: 'Pasar' },
    supervision: 'supervisory',
  } as const;
  assert.deepEqual(inStatus.disposed().decide('admin', correction), {
    allowed: true,
    events: [{ type: 'corrected', fields: ['title', 'category', 'place', 'supervision'], supervision: 'supervisory' }],
  });
});

test('a redaction names what was taken out and carries none of it', () => {
  const redactions: Redaction[] = [
    { what: 'text', field: 'content', ranges: [{ start: 3, end: 19 }] },
    { what: 'message', sequence: 7, ranges: [{ start: 0, end: 4 }] },
    { what: 'attachment', attachmentId: 'foto-1' },
  ];
  const { events } = inStatus.disposed().act('admin', { type: 'redact', reason: 'NIK', redactions });
  assert.deepEqual((events.at(-1) as { parts?: string[] }).parts, ['content', 'message:7', 'attachment:foto-1']);
});

test('a text of an upstream is an event of its own while its status stays as it was', () => {
  const history = inStatus.disposed();
  const word = { type: 'recordUpstreamStatus', connector: 'sp4n', code: 'inProgress', rawLabel: 'Proses' } as const;
  history.act('upstream', word);
  const { length } = history.events;
  history.act('upstream', { ...word, entryId: '9001' });
  assert.equal(history.events.length, length + 1);
  assert.equal(history.state.status, 'inProgress');
});
