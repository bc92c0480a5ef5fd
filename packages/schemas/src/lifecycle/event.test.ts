import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LifecycleEvent, lifecycleEventTypes } from './event.ts';
import { inStatus } from './history.test.support.ts';

test("the list of event types is the schema's own, each once", () => {
  assert.equal(new Set(lifecycleEventTypes).size, 30);
  assert.equal(lifecycleEventTypes.length, 30);
  assert.equal(lifecycleEventTypes[0], 'received');
  for (const type of lifecycleEventTypes) {
    const { error } = LifecycleEvent.safeParse({ type });
    assert.ok(
      error?.issues.every((issue) => issue.path[0] !== 'type'),
      `${type} is known to the schema`,
    );
  }
});

test('events survive being stored as JSON', () => {
  for (const history of Object.values(inStatus)) {
    for (const event of history().events)
      assert.deepEqual(LifecycleEvent.parse(JSON.parse(JSON.stringify(event))), event);
  }
});

test('members that this version does not know are left out, so that no secret travels in an event', () => {
  const [received] = inStatus.unverified().events;
  assert.deepEqual(LifecycleEvent.parse({ ...received, nik: '3273010101010001' }), received);
});

test('a history never holds a number below 0, a time without a zone, or an owner without a name', () => {
  const [received] = inStatus.unverified().events;
  for (const wrong of [
    { sequence: -1 },
    { sequence: 0.5 },
    { at: '2026-01-05T02:00:00' },
    { at: '2026-01-05T02:00:00+07:00' },
    { ownerId: '' },
    { coordinatorId: undefined },
  ]) {
    assert.equal(LifecycleEvent.safeParse({ ...received, ...wrong }).success, false, JSON.stringify(wrong));
  }
});

test('any JSON at all is taken or refused, and nothing is thrown', () => {
  const almost = fc.record(
    {
      type: fc.constantFrom(...lifecycleEventTypes),
      sequence: fc.jsonValue(),
      at: fc.jsonValue(),
      by: fc.jsonValue(),
      from: fc.jsonValue(),
      to: fc.jsonValue(),
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), almost), (value) => {
      const { success, data } = LifecycleEvent.safeParse(value);
      assert.equal(success, data !== undefined);
    }),
    { numRuns: 500 },
  );
});
