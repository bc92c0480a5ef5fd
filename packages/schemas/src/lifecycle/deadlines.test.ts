import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deadlinesOf } from '../clock/deadlines.ts';
import type { Deadline } from '../deadline.ts';
import type { TimeZone } from '../fields/time-zone.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { because, History, inStatus } from './history.test.support.ts';
import { anyHistory } from './random-history.test.support.ts';
import type { ReportState } from './state.ts';

const runs = { numRuns: 150 };
const timeZone = fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
const deadlines = (
  { spans, updatedAt }: ReportState,
  zone: TimeZone = 'Asia/Jakarta',
  now: string = updatedAt,
): Deadline[] => deadlinesOf(spans, { timeZone: zone, now });
const dueOf = (state: ReportState, kind: Deadline['kind']) =>
  deadlines(state)
    .filter((deadline) => deadline.kind === kind)
    .map((deadline) => deadline.dueOn);
const stateOf = (state: ReportState, kind: Deadline['kind'], now?: string) =>
  deadlines(state, 'Asia/Jakarta', now).findLast((deadline) => deadline.kind === kind)?.state;

// Received on Monday 5 January 2026 at 09:00 in Jakarta. The 16th is Isra Mikraj, a public holiday.
test('a report received on a Monday is to be verified by Thursday, and done in 14 working days', () => {
  const { state } = new History();
  assert.deepEqual(
    [dueOf(state, 'verification'), dueOf(state, 'completion'), dueOf(state, 'legalLimit')],
    [['2026-01-08'], ['2026-01-26'], ['2026-03-06']],
  );
});

test('verifying too late stays visible for good', () => {
  const history = new History().wait(4).act('admin', { type: 'dispose', to: 'dinas-pu' });
  assert.equal(stateOf(history.state, 'verification'), 'missed');
  history.act('roads', { type: 'respond', message: 'Sudah.' }).act('roads', { type: 'complete' });
  assert.equal(stateOf(history.state, 'verification', '2026-12-31T00:00:00Z'), 'missed');
});

test('an office that sits on a report and passes it on leaves its successor the days that are left', () => {
  const history = inStatus.disposed();
  assert.deepEqual(dueOf(history.state, 'followUp'), ['2026-01-12']);
  history
    .wait(3)
    .act('roads', { type: 'returnAsOutsideAuthority', reason: '-', to: 'rsud' })
    .wait(1)
    .act('admin', { type: 'dispose', to: 'dinas-kesehatan' });
  history.act('health', { type: 'startFollowUp' }).act('health', { type: 'postpone', ...because });
  assert.deepEqual(dueOf(history.state, 'followUp'), ['2026-01-12']);
});

test('a dispute gives five new days to answer and keeps the days of completion and of the law', () => {
  const history = inStatus.completed();
  const [completion, legalLimit] = [dueOf(history.state, 'completion'), dueOf(history.state, 'legalLimit')];
  assert.equal(stateOf(history.state, 'completion'), 'met');
  history.wait(14).act('reporter', { type: 'dispute' });
  assert.deepEqual([dueOf(history.state, 'completion'), dueOf(history.state, 'legalLimit')], [completion, legalLimit]);
  assert.deepEqual(dueOf(history.state, 'followUp'), ['2026-01-12', '2026-01-26']);
  assert.deepEqual(
    [stateOf(history.state, 'completion'), stateOf(history.state, 'completion', '2026-01-26T17:00:00Z')],
    ['running', 'missed'],
  );
});

test('a supervisory report has 60 working days once it is judged so, and no correction takes or gives any', () => {
  const history = new History().act('admin', { type: 'verify', supervision: 'supervisory' });
  const due = dueOf(history.state, 'completion');
  assert.ok(due[0]! > '2026-03-31');
  history
    .act('admin', { type: 'correct', supervision: 'nonSupervisory' })
    .act('admin', { type: 'dispose', to: 'dinas-pu', supervision: 'nonSupervisory' });
  assert.deepEqual(dueOf(history.state, 'completion'), due);
});

test('a report that is judged supervisory after its 14 working days has missed them all the same', () => {
  const inTime = new History().wait(21).act('admin', { type: 'verify', supervision: 'supervisory' });
  assert.deepEqual(inTime.now.slice(0, 10), '2026-01-26');
  assert.deepEqual(
    [stateOf(inTime.state, 'completion'), dueOf(inTime.state, 'completion')[0]! > '2026-03-31'],
    ['running', true],
  );
  const tooLate = new History().wait(22).act('admin', { type: 'verify', supervision: 'supervisory' });
  assert.deepEqual(
    [stateOf(tooLate.state, 'completion'), dueOf(tooLate.state, 'completion'), tooLate.state.supervision],
    ['missed', ['2026-01-26'], 'supervisory'],
  );
});

test('undoing a merge gives nobody more time', () => {
  const history = inStatus.disposed();
  const before = deadlines(history.state).map(({ kind, dueOn }) => [kind, dueOn]);
  history.act('admin', { type: 'mergeInto', trackingId: '77' }).wait(30);
  assert.ok(deadlines(history.state).every(({ state }) => state === 'lifted' || state === 'met'));
  history.act('admin', { type: 'undoMerge' });
  assert.deepEqual(
    deadlines(history.state).map(({ kind, dueOn }) => [kind, dueOn]),
    before,
  );
  assert.equal(stateOf(history.state, 'followUp'), 'missed');
});

test('the reporter has ten working days from each answer', () => {
  const history = inStatus.followedUp().wait(2).act('roads', { type: 'respond', message: 'Tambahan.' });
  assert.deepEqual(dueOf(history.state, 'reporterResponse'), ['2026-01-20', '2026-01-22']);
});

/** Calls with the deadlines before and after each event, both as they look when the later one happens. */
const eachStep = (
  claim: (
    type: string,
    before: Deadline[],
    after: Deadline[],
    states: { before: ReportState; after: ReportState },
  ) => void,
) =>
  fc.assert(
    fc.property(anyHistory, timeZone, ({ events }, zone) => {
      let before = foldEvents(events.slice(0, 1));
      for (const event of events.slice(1)) {
        const after = applyEvent(before, event);
        claim(event.type, deadlines(before, zone, event.at), deadlines(after, zone, event.at), { before, after });
        before = after;
      }
    }),
    runs,
  );

const idle: ReadonlySet<string> = new Set([
  'corrected',
  'noted',
  'redacted',
  'supported',
  'reminded',
  'escalated',
  'delivered',
  'deliveryQueued',
  'deliveryFailed',
  'absorbed',
  'released',
  'closureAnnounced',
  'ombudsmanOffered',
]);
test('no deadline is touched by correcting, noting, redacting, supporting, reminding or delivering', () => {
  eachStep((type, before, after) => {
    if (idle.has(type)) assert.deepEqual(after, before);
  });
});

test('passing a report on again touches no deadline for an answer that is owed', () => {
  eachStep((type, before, after) => {
    if (type !== 'disposed' && type !== 'returned') return;
    const owed = (all: Deadline[]) => all.filter(({ kind, endedAt }) => kind === 'followUp' && endedAt === undefined);
    if (owed(before).length > 0) assert.deepEqual(owed(after), owed(before));
  });
});

test('whatever happens, a day once promised stays the day, until the judgement that a report is supervisory', () => {
  eachStep((_type, before, after, states) => {
    for (const [index, { kind, dueOn, dueAt, startsOn, startedBy }] of before.entries()) {
      const wasJudged = states.before.spans[index]!.supervision !== states.after.spans[index]!.supervision;
      if (wasJudged) assert.equal(kind, 'completion');
      else
        assert.deepEqual(
          [after[index]!.startedBy, after[index]!.startsOn, after[index]!.dueOn, after[index]!.dueAt],
          [startedBy, startsOn, dueOn, dueAt],
        );
    }
  });
});

test('what was missed stays missed, also when a report is opened again, a merge undone, or a longer standard applies', () => {
  eachStep((_type, before, after) => {
    for (const [index, { state }] of before.entries()) {
      if (state === 'missed') assert.equal(after[index]!.state, 'missed');
    }
  });
});

test('an open report shows three open deadlines: whose turn it is, the whole report, and the law', () => {
  eachStep((_type, _before, after, states) => {
    const open = after.filter(({ endedAt }) => endedAt === undefined).map(({ kind }) => kind);
    if (states.after.closed) assert.deepEqual(open, []);
    else assert.deepEqual([open.length, open.includes('completion'), open.includes('legalLimit')], [3, true, true]);
  });
});
