import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { closedStatuses, statusCodes } from '../status.ts';
import type { LifecycleActionType } from './action.ts';
import { actionRules } from './action-rules.ts';
import { allowedActions } from './allowed-actions.ts';
import type { RefusalReason } from './decision.ts';
import { decide } from './decide.ts';
import { LifecycleEvent, lifecycleEventTypes } from './event.ts';
import { applyEvent, foldEvents } from './fold.ts';
import { type ActorName, actors, History, institutionIds } from './history.test.support.ts';
import { violationsOf } from './invariants.ts';
import { LifecycleError } from './lifecycle-error.ts';
import { anyAction, anyHistory, anyPlan, attempt, lived, type Plan } from './random-history.test.support.ts';
import type { ReportState } from './state.ts';

const runs = { numRuns: 250 };
const statesOf = ({ events }: History): ReportState[] => {
  const states: ReportState[] = [];
  for (const event of events) states.push(applyEvent(states.at(-1), event));
  return states;
};

/** Asserts something of each event together with the states that it lies between. */
const always = (claim: (before: ReportState, event: LifecycleEvent, after: ReportState) => void) =>
  fc.assert(
    fc.property(anyHistory, (history) => {
      const states = statesOf(history);
      for (const [index, event] of history.events.entries()) if (index > 0) claim(states[index - 1]!, event, states[index]!);
    }),
    runs,
  );

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
};

test('random histories meet every event, status, way of closing and reason to refuse', () => {
  const seen = new Set<string>();
  for (const { options, steps } of fc.sample(anyPlan, { numRuns: 1200, seed: 17_08_1945 })) {
    const history = new History(options);
    for (const step of steps) {
      const reason = history.wait(step.days).refusal(step.name, step.action);
      attempt(history, { ...step, days: 0 });
      for (const each of [reason, history.state.status, history.state.closed?.how, history.events.at(-1)!.type]) if (each) seen.add(each);
    }
  }
  const reasons = {
    role: 0, authority: 0, status: 0, notAnsweredYet: 0, alreadyOwner: 0, unknownInstitution: 0, coordinatorMustDispose: 0,
    alreadyRated: 0, reopenPeriodOver: 0, withdrawnByReporter: 0, isMerged: 0, notMerged: 0, closureNotAnnounced: 0,
  } satisfies Record<RefusalReason, 0>;
  const closings = ['confirmed', 'completed', 'automatic', 'archived', 'withdrawn', 'merged', 'upstream'];
  const expected = [...lifecycleEventTypes.slice(1), ...statusCodes, ...closings, ...Object.keys(reasons)];
  assert.deepEqual(expected.filter((each) => !seen.has(each)), []);
});

test('a report always has exactly one owner: whoever was given it last', () => {
  fc.assert(
    fc.property(anyHistory, ({ events, state }) => {
      // A second way to the owner that shares no code with the fold.
      const given = events.flatMap((event) => (event.type === 'received' ? [event.ownerId] : event.type === 'disposed' || event.type === 'returned' ? [event.to] : []));
      assert.deepEqual(state.hops.map((hop) => hop.to), given);
      assert.deepEqual(state.hops.slice(1).map((hop) => hop.from), given.slice(0, -1));
      assert.equal(state.ownerId, given.at(-1));
      assert.ok(institutionIds.includes(state.ownerId as never));
    }),
    runs,
  );
});

test('nothing that this kit writes breaks a rule', () => {
  fc.assert(fc.property(anyHistory, ({ events }) => assert.deepEqual(violationsOf(events), [])), runs);
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
        for (let count = length + 1; count <= history.events.length; count += 1) states.push(frozen(foldEvents(history.events.slice(0, count))));
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
    const starts = ({ spans }: ReportState) => spans.map(({ kind, startedBy, startedAt }) => ({ kind, startedBy, startedAt }));
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
    if (judged) assert.ok(after.spans.filter((span) => span.kind === 'completion').every((span) => span.supervision === judged));
  });
});

const idle: ReadonlySet<string> = new Set(['redacted', 'corrected', 'noted', 'reminded', 'supported', 'escalated', 'ombudsmanOffered', 'absorbed', 'released', 'deliveryQueued', 'delivered', 'deliveryFailed', 'closureAnnounced']);
test('what only mends, counts or reminds moves no clock, no owner and no status', () => {
  always((before, { type }, after) => {
    if (!idle.has(type)) return;
    assert.deepEqual(after.spans, before.spans);
    assert.deepEqual([after.ownerId, after.status, after.closed, after.hops], [before.ownerId, before.status, before.closed, before.hops]);
  });
});

test('passing a report on, or back, leaves an owed answer owed since the same moment', () => {
  always((before, { type }, after) => {
    if (type !== 'disposed' && type !== 'returned') return;
    const owed = before.spans.find((span) => span.kind === 'followUp' && !span.ended);
    if (owed) assert.ok(after.spans.includes(owed));
  });
});

test('only passing on and returning change the owner', () => {
  always((before, { type }, after) => {
    if (type !== 'disposed' && type !== 'returned') assert.equal(after.ownerId, before.ownerId);
  });
});

test('a decision touches nothing that it is given, says yes or no, and gives each refusal its code', () => {
  fc.assert(
    fc.property(anyHistory, anyAction, fc.constantFrom(...(Object.keys(actors) as ActorName[])), (history, action, name) => {
      const decision = decide(frozen(history.state), frozen(action), frozen(history.contextOf(name)));
      if (decision.allowed) {
        const { actor } = history.contextOf(name);
        assert.ok(actionRules[action.type].by.includes(actor.kind === 'officer' ? actor.role : actor.kind));
        history.append(name, ...decision.events);
        return;
      }
      assert.equal(decision.code, decision.reason === 'role' || decision.reason === 'authority' ? 'actionNotAllowed' : 'actionNotPossible');
    }),
    runs,
  );
});

test('what is refused leaves the events as they were, and the report goes on as if nobody had asked', () => {
  const accepted = ({ options, steps }: Plan) => {
    const history = new History(options);
    let waited = 0;
    return steps.flatMap((step) => {
      const { length } = history.events;
      attempt(history, step);
      waited += step.days;
      if (history.events.length === length) return [];
      const kept = [{ ...step, days: waited }];
      waited = 0;
      return kept;
    });
  };
  const type = (history: History) => history.events.map((event) => `${event.sequence} ${event.type}`);
  fc.assert(
    fc.property(anyPlan, (plan) => assert.deepEqual(type(lived({ ...plan, steps: accepted(plan) })), type(lived(plan)))),
    runs,
  );
});

test('an action is shown as possible just where some form of it is', () => {
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...(Object.keys(actors) as ActorName[])), fc.array(anyAction, { minLength: 60, maxLength: 60 }), (history, name, tried) => {
      const shown: readonly LifecycleActionType[] = allowedActions(history.state, history.contextOf(name));
      for (const action of tried) {
        const reason = history.refusal(name, action);
        if (reason === undefined) assert.ok(shown.includes(action.type), `${action.type} is possible and not shown`);
        // These three are about what is chosen with the action, which is judged when it is chosen.
        else if (reason !== 'alreadyOwner' && reason !== 'unknownInstitution' && reason !== 'coordinatorMustDispose' && reason !== 'isMerged') {
          assert.ok(!shown.includes(action.type), `${action.type} is shown and refused: ${reason}`);
        }
      }
    }),
    runs,
  );
});

test('no open report is a dead end: its owner can pass it on and answer or verify it, its reporter can write and withdraw', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      if (history.state.closed) return;
      const officer = allowedActions(history.state, history.contextOf('nationalAdmin'));
      const reporter = allowedActions(history.state, history.contextOf('reporter'));
      assert.ok(officer.includes('dispose') && officer.includes('archive'));
      assert.ok(officer.includes('respond') || officer.includes('verify'));
      assert.ok(reporter.includes('reply') && reporter.includes('withdraw'));
    }),
    runs,
  );
});

test('no closed report is a dead end: it can be disputed or its merge undone, unless it was taken back', () => {
  const anybody = new History();
  always((before, _event, after) => {
    if (before.closed || !after.closed || after.closed.how === 'withdrawn') return;
    const [name, type] = after.merge ? (['nationalAdmin', 'undoMerge'] as const) : (['reporter', 'dispute'] as const);
    const decision = decide(after, { type }, { ...anybody.contextOf(name), now: after.updatedAt });
    assert.ok(decision.allowed);
    const event = { ...decision.events[0]!, sequence: after.sequence + 1, at: after.updatedAt, by: actors[name] };
    assert.equal(applyEvent(after, event).closed, undefined);
  });
});

test('an upstream that is asked again at any later time, and says the same, adds nothing', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const { upstream } = history.state;
      if (!upstream) return;
      const { at: _, ...word } = upstream;
      assert.deepEqual(history.decide('upstream', { type: 'recordUpstreamStatus', ...word }), { allowed: true, events: [] });
    }),
    runs,
  );
});

test('a damaged history is a LifecycleError and nothing else', () => {
  const damages: ((events: readonly LifecycleEvent[], at: number) => readonly LifecycleEvent[])[] = [
    (events, at) => events.toSpliced(at, 1), // a gap, unless it is the last
    (events, at) => events.toSpliced(at, 0, events[at]!),
    (events) => [...events, { ...events[0]!, sequence: events.length }],
    (events, at) => [...events.slice(0, at), { type: 'returned', from: 'nobody', to: 'rsud', sequence: at, at: events[0]!.at, by: actors.admin }],
    (events) => [...events, { type: 'unmerged', from: '1', sequence: events.length, at: events[0]!.at, by: actors.admin }],
    (events, at) => events.map((event, index) => (index === at ? { ...event, sequence: event.sequence + 1 } : event)),
  ];
  fc.assert(
    fc.property(anyHistory, fc.constantFrom(...damages), fc.nat(), ({ events }, damage, seed) => {
      const at = seed % events.length;
      const damaged = damage(events, at);
      if (damaged.length < events.length && at === events.length - 1 && at > 0) return; // a shorter history, not a damaged one
      assert.throws(() => foldEvents(damaged), LifecycleError);
      assert.throws(() => [violationsOf(damaged), foldEvents(damaged)], LifecycleError);
    }),
    runs,
  );
});

test('events in any order at all either form a history or are a LifecycleError', () => {
  const shuffled = anyHistory.chain(({ events }) => fc.tuple(fc.constant(events[0]!), fc.shuffledSubarray(events.slice(1))));
  fc.assert(
    fc.property(shuffled, fc.boolean(), ([first, rest], renumbered) => {
      const events = [first, ...rest].map((event, sequence) => (renumbered ? { ...event, sequence } : event));
      try {
        assert.equal(foldEvents(events).sequence, events.length - 1);
        assert.ok(Array.isArray(violationsOf(events)));
      } catch (error) {
        assert.ok(error instanceof LifecycleError, String(error));
      }
    }),
    runs,
  );
});
