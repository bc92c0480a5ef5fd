import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LifecycleActionType } from './action.ts';
import { actionRules } from './action-rules.ts';
import { allowedActions } from './allowed-actions.ts';
import { decide } from './decide.ts';
import { applyEvent } from './fold.ts';
import { type ActorName, actors, History } from './history.test.support.ts';
import {
  always,
  anyAction,
  anyHistory,
  anyPlan,
  attempt,
  frozen,
  lived,
  type Plan,
  runs,
} from './random-history.test.support.ts';

test('a decision touches nothing that it is given, says yes or no, and gives each refusal its code', () => {
  fc.assert(
    fc.property(
      anyHistory,
      anyAction,
      fc.constantFrom(...(Object.keys(actors) as ActorName[])),
      (history, action, name) => {
        const decision = decide(frozen(history.state), frozen(action), frozen(history.contextOf(name)));
        if (decision.allowed) {
          const { actor } = history.contextOf(name);
          assert.ok(actionRules[action.type].by.includes(actor.kind === 'officer' ? actor.role : actor.kind));
          history.append(name, ...decision.events);
          return;
        }
        assert.equal(
          decision.code,
          decision.reason === 'role' || decision.reason === 'authority' ? 'actionNotAllowed' : 'actionNotPossible',
        );
      },
    ),
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
    fc.property(anyPlan, (plan) =>
      assert.deepEqual(type(lived({ ...plan, steps: accepted(plan) })), type(lived(plan))),
    ),
    runs,
  );
});

test('an action is shown as possible just where some form of it is', () => {
  fc.assert(
    fc.property(
      anyHistory,
      fc.constantFrom(...(Object.keys(actors) as ActorName[])),
      fc.array(anyAction, { minLength: 60, maxLength: 60 }),
      (history, name, tried) => {
        const shown: readonly LifecycleActionType[] = allowedActions(history.state, history.contextOf(name));
        for (const action of tried) {
          const reason = history.refusal(name, action);
          if (reason === undefined) assert.ok(shown.includes(action.type), `${action.type} is possible and not shown`);
          // These three are about what is chosen with the action, which is judged when it is chosen.
          else if (
            reason !== 'alreadyOwner' &&
            reason !== 'unknownInstitution' &&
            reason !== 'coordinatorMustDispose' &&
            reason !== 'isMerged'
          ) {
            assert.ok(!shown.includes(action.type), `${action.type} is shown and refused: ${reason}`);
          }
        }
      },
    ),
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
      assert.deepEqual(history.decide('upstream', { type: 'recordUpstreamStatus', ...word }), {
        allowed: true,
        events: [],
      });
    }),
    runs,
  );
});
