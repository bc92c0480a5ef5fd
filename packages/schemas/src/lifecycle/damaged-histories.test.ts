import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { LifecycleEvent } from './event.ts';
import { foldEvents } from './fold.ts';
import { actors } from './history.test.support.ts';
import { violationsOf } from './invariants.ts';
import { LifecycleError } from './lifecycle-error.ts';
import { anyHistory, runs } from './random-history.test.support.ts';

test('a damaged history is a LifecycleError and nothing else', () => {
  const damages: ((events: readonly LifecycleEvent[], at: number) => readonly LifecycleEvent[])[] = [
    (events, at) => events.toSpliced(at, 1), // a gap, unless it is the last
    (events, at) => events.toSpliced(at, 0, events[at]!),
    (events) => [...events, { ...events[0]!, sequence: events.length }],
    (events, at) => [
      ...events.slice(0, at),
      { type: 'returned', from: 'nobody', to: 'rsud', sequence: at, at: events[0]!.at, by: actors.admin },
    ],
    (events) => [
      ...events,
      { type: 'unmerged', from: '1', sequence: events.length, at: events[0]!.at, by: actors.admin },
    ],
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
  const shuffled = anyHistory.chain(({ events }) =>
    fc.tuple(fc.constant(events[0]!), fc.shuffledSubarray(events.slice(1))),
  );
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
