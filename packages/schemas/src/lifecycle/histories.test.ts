import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closedStatuses, statusCodes } from '../status.ts';
import type { RefusalReason } from './decision.ts';
import { LifecycleEvent, lifecycleEventTypes } from './event.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { History, institutionIds } from './history.test.support.ts';
import { violationsOf } from './invariants.ts';
import { always, anyHistory, anyPlan, attempt, frozen, runs, statesOf } from './random-history.test.support.ts';
import type { ReportState } from './state.ts';

test('random histories meet every event, status, way of closing and reason to refuse', () => {
  const seen = new Set<string>();
  for (const { options, steps } of fc.sample(anyPlan, { numRuns: 1200, seed: 17_08_1945 })) {
    const history = new History(options);
    for (const step of steps) {
      const reason = history.wait(step.days).refusal(step.name, step.action);
      attempt(history, { ...step, days: 0 });
      for (const each of [reason, history.state.status, history.state.closed?.how, history.events.at(-1)!.type])
        if (each) seen.add(each);
    }
  }
  const reasons = {
    role: 0,
    authority: 0,
    status: 0,
    notAnsweredYet: 0,
    alreadyOwner: 0,
    unknownInstitution: 0,
    coordinatorMustDispose: 0,
    alreadyRated: 0,
    reopenPeriodOver: 0,
    withdrawnByReporter: 0,
    isMerged: 0,
    notMerged: 0,
    closureNotAnnounced: 0,
  } satisfies Record<RefusalReason, 0>;
  const closings = ['confirmed', 'completed', 'automatic', 'archived', 'withdrawn', 'merged', 'upstream'];
  const expected = [...lifecycleEventTypes.slice(1), ...statusCodes, ...closings, ...Object.keys(reasons)];
  assert.deepEqual(
    expected.filter((each) => !seen.has(each)),
    [],
  );
});

test('a report always has exactly one owner: whoever was given it last', () => {
  fc.assert(
    fc.property(anyHistory, ({ events, state }) => {
      // A second way to the owner that shares no code with the fold.
      const given = events.flatMap((event) =>
        event.type === 'received'
          ? [event.ownerId]
          : event.type === 'disposed' || event.type === 'returned'
            ? [event.to]
            : [],
      );
      assert.deepEqual(
        state.hops.map((hop) => hop.to),
        given,
      );
      assert.deepEqual(
        state.hops.slice(1).map((hop) => hop.from),
        given.slice(0, -1),
      );
      assert.equal(state.ownerId, given.at(-1));
      assert.ok(institutionIds.some((id) => id === state.ownerId));
    }),
    runs,
  );
});

test('nothing that this kit writes breaks a rule', () => {
  fc.assert(
    fc.property(anyHistory, ({ events }) => assert.deepEqual(violationsOf(events), [])),
    runs,
  );
});

test('a report is closed in just the closed statuses, and while it is open somebody owes something', () => {
  always((_before, _event, { status, closed, spans, merge }) => {
    const running = spans.filter((span) => !span.ended).map((span) => span.kind);
    assert.equal(closed !== undefined, closedStatuses.has(status));
    assert.equal(merge !== undefined, closed?.how === 'merged');
    assert.equal(new Set(running).size, running.length, 'no promise runs twice');
    assert.equal(running.includes('completion') && running.includes('legalLimit'), !closed);
    const turns = running.filter((kind) => kind !== 'completion' && kind !== 'legalLimit');
    assert.equal(turns.length, closed ? 0 : 1, `${status}: ${turns.join()}`);
    if (status === 'followedUp') assert.deepEqual(turns, ['reporterResponse']);
    else if (status !== 'unknown') assert.ok(!turns.includes('reporterResponse'), status);
  });
});

test('the same events amount to the same state, at once, one by one, and from a stored state after a crash', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), ({ events, state }, seed) => {
      assert.deepEqual(foldEvents(events), state);
      const crashedAfter = 1 + (seed % events.length);
      const stored = JSON.parse(JSON.stringify(foldEvents(events.slice(0, crashedAfter)))) as ReportState;
      const parsed = events.slice(crashedAfter).map((event) => LifecycleEvent.parse(JSON.parse(JSON.stringify(event))));
      assert.deepEqual(parsed.reduce(applyEvent, stored), state);
    }),
    runs,
  );
});

test('what came first is unaffected by what comes later', () => {
  fc.assert(
    fc.property(anyPlan, ({ options, steps }) => {
      const history = new History(options);
      const states = [frozen(history.state)];
      for (const step of steps) {
        const { length } = history.events;
        attempt(history, step);
        for (let count = length + 1; count <= history.events.length; count += 1)
          states.push(frozen(foldEvents(history.events.slice(0, count))));
        frozen(history.state);
        history.events.forEach(frozen);
      }
      assert.deepEqual(statesOf(history), states);
    }),
    { numRuns: 60 },
  );
});

test('a clock never begins at another moment, and what was promised is never forgotten', () => {
  always((before, _event, after) => {
    const starts = ({ spans }: ReportState) =>
      spans.map(({ kind, startedBy, startedAt }) => ({ kind, startedBy, startedAt }));
    assert.deepEqual(starts(after).slice(0, before.spans.length), starts(before));
  });
});

test('a clock that has ended stays ended, save the long ones of a report that is opened again and all of one whose merge is undone', () => {
  always((before, event, after) => {
    if (event.type === 'unmerged') return;
    for (const [index, span] of before.spans.entries()) {
      const isLong = span.kind === 'completion' || span.kind === 'legalLimit';
      if (span.ended && !(isLong && before.closed && !after.closed)) assert.deepEqual(after.spans[index], span);
    }
  });
});

test('which service standard applies is judged at most once', () => {
  always((before, _event, after) => {
    const judged = before.spans.find((span) => span.supervision)?.supervision;
    if (judged)
      assert.ok(after.spans.filter((span) => span.kind === 'completion').every((span) => span.supervision === judged));
  });
});

const idle: ReadonlySet<string> = new Set([
  'redacted',
  'corrected',
  'noted',
  'reminded',
  'supported',
  'escalated',
  'ombudsmanOffered',
  'absorbed',
  'released',
  'deliveryQueued',
  'delivered',
  'deliveryFailed',
  'closureAnnounced',
]);
test('what only mends, counts or reminds moves no clock, no owner and no status', () => {
  always((before, { type }, after) => {
    if (!idle.has(type)) return;
    assert.deepEqual(after.spans, before.spans);
    assert.deepEqual(
      [after.ownerId, after.status, after.closed, after.hops],
      [before.ownerId, before.status, before.closed, before.hops],
    );
  });
});

test('passing a report on, or back, leaves an owed answer owed since the same moment', () => {
  always((before, { type }, after) => {
    if (type !== 'disposed' && type !== 'returned') return;
    const owed = before.spans.find((span) => span.kind === 'followUp' && !span.ended);
    if (owed) assert.ok(after.spans.includes(owed));
  });
});

test('what the reporter took back stays as it was closed, whatever anybody does', () => {
  always((before, _event, after) => {
    if (before.closed?.how === 'withdrawn')
      assert.deepEqual([after.status, after.closed, after.spans], [before.status, before.closed, before.spans]);
  });
});

test('only passing on and returning change the owner', () => {
  always((before, { type }, after) => {
    if (type !== 'disposed' && type !== 'returned') assert.equal(after.ownerId, before.ownerId);
  });
});
