import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LifecycleEvent } from './event.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { actors, because, History, inStatus } from './history.test.support.ts';
import { violationsBetween, violationsOf } from './invariants.ts';
import { LifecycleError } from './lifecycle-error.ts';
import type { ReportState } from './state.ts';

const rulesOf = (events: readonly LifecycleEvent[]) =>
  violationsOf(events).map(({ rule, sequence }) => [rule, sequence]);

test('what this kit writes breaks nothing, in any status', () => {
  for (const history of Object.values(inStatus)) assert.deepEqual(violationsOf(history().events), []);
  const merged = inStatus
    .followedUp()
    .act('admin', { type: 'mergeInto', trackingId: '77' })
    .wait(2)
    .act('admin', { type: 'undoMerge' });
  assert.deepEqual(violationsOf(merged.events), []);
});

test('someoneOwes: a closed report that is verified has no clock left', () => {
  const { events } = inStatus.archived().append('admin', { type: 'verified' });
  assert.deepEqual(violationsOf(events), [
    { rule: 'someoneOwes', sequence: 4, detail: 'the report is `verified` and no clock runs' },
  ]);
});

test('someoneOwes: a reporter is owed to only while there is an answer to respond to', () => {
  const { state } = inStatus.followedUp();
  const event = inStatus.followedUp().events.at(-1)!;
  assert.deepEqual(violationsBetween(undefined, event, state), []);
  assert.deepEqual(
    violationsBetween(undefined, event, { ...state, status: 'inProgress' }).map(({ rule }) => rule),
    ['someoneOwes'],
  );
});

test('clockStandsStill: what is disputed while it is merged loses its new clock when the merge is undone', () => {
  const merged = inStatus.disposed().act('admin', { type: 'mergeInto', trackingId: '77' });
  const { events } = merged.append('reporter', { type: 'disputed' }).append('admin', { type: 'unmerged', from: '77' });
  assert.deepEqual(rulesOf(events), [['clockStandsStill', 5]]);
});

test('orderedTime: an event may lie at the same moment as the last, and not before it', () => {
  const { events } = inStatus.verified();
  const note = (at: string): LifecycleEvent => ({ type: 'noted', sequence: 2, at, by: actors.admin });
  assert.deepEqual(rulesOf([...events, note('2026-01-05T02:00:00Z')]), []);
  assert.deepEqual(rulesOf([...events, note('2026-01-05T01:59:59.999Z')]), [['orderedTime', 2]]);
});

test('statedReason: officers return, postpone and archive with words, upstreams need none', () => {
  const { events } = inStatus.disposed();
  const silent = { sequence: 3, at: events[0]!.at, by: actors.roads } as const;
  const without: LifecycleEvent[] = [
    { ...silent, type: 'returned', from: 'dinas-pu', to: 'kabupaten' },
    { ...silent, type: 'postponed', reasonCode: because.reasonCode },
    { ...silent, type: 'archived', reasonCode: because.reasonCode },
  ];
  for (const event of without) {
    assert.deepEqual(rulesOf([...events, event]), [['statedReason', 3]]);
    assert.deepEqual(rulesOf([...events, { ...event, textId: 'text-1' }]), []);
    assert.deepEqual(rulesOf([...events, { ...event, by: actors.system }]), []);
  }
});

// The fold refuses histories with two owners, so what would be seen if it did not is shown to the check directly.
const { state: before, events } = inStatus.disposed();
const returned: LifecycleEvent = {
  type: 'returned',
  from: 'dinas-pu',
  to: 'rsud',
  sequence: 3,
  at: before.updatedAt,
  by: actors.roads,
  textId: 'text-3',
};
const after = applyEvent(before, returned);
const broken: [rule: string, what: string, facts: Partial<ReportState>][] = [
  ['oneOwner', 'an owner who gave it away', { ownerId: 'dinas-pu' }],
  ['oneOwner', 'no owner', { ownerId: '' }],
  ['oneOwner', 'no hops', { hops: [] }],
  ['unbrokenHops', 'a missing hop', { hops: after.hops.toSpliced(1, 1) }],
  [
    'unbrokenHops',
    'a hop from elsewhere',
    { hops: [...after.hops.slice(0, -1), { ...after.hops.at(-1)!, from: 'kabupaten' }] },
  ],
  ['clockStandsStill', 'a clock less', { spans: after.spans.slice(1) }],
  [
    'clockStandsStill',
    'clocks that begin a day later',
    { spans: after.spans.map((span) => ({ ...span, startedAt: '2026-01-06T02:00:00Z' })) },
  ],
  [
    'clockStandsStill',
    'clocks that another event began',
    { spans: after.spans.map((span) => ({ ...span, startedBy: span.startedBy + 1 })) },
  ],
  [
    'someoneOwes',
    'no clock running',
    { spans: after.spans.map((span) => ({ ...span, ended: { at: span.startedAt, how: 'lifted' } })) },
  ],
];
for (const [rule, what, facts] of broken) {
  test(`${rule}: a fold that left ${what} would be found out`, () => {
    assert.deepEqual(violationsBetween(before, returned, after), []);
    assert.deepEqual(
      violationsBetween(before, returned, { ...after, ...facts }).map((violation) => violation.rule),
      [rule],
    );
  });
}

test('several violations come in the order of the events', () => {
  const history = new History();
  history.append('admin', { type: 'archived', reasonCode: 'other' }, { type: 'verified' }, { type: 'verified' });
  assert.deepEqual(rulesOf(history.events), [
    ['someoneOwes', 2],
    ['someoneOwes', 3],
  ]);
});

test('events that form no history are a LifecycleError, as for the fold', () => {
  assert.throws(() => violationsOf(events.slice(1)), LifecycleError);
  assert.throws(() => foldEvents(events.slice(1)), LifecycleError);
});
