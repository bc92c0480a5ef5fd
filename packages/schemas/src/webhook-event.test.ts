import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebhookEvent, WebhookEventType, webhookEventTypes } from './webhook-event.ts';

const facts = {
  trackingId: '9165816',
  classification: 'complaint',
  status: { code: 'disposed', label: 'Diteruskan' },
  owner: { id: 'dinas-pupr', name: 'Dinas PUPR' },
  confidential: false,
};
const envelope = { id: 'evt_1', timestamp: '2026-11-22T01:15:50Z' };
const received = { ...envelope, type: 'report.received', data: facts };

test('an event says what happened, when, and to which report', () => {
  assert.deepEqual(WebhookEvent.parse(received), received);
  for (const part of ['id', 'timestamp', 'data'])
    assert.ok(!WebhookEvent.safeParse({ ...received, [part]: undefined }).success, part);
});

test('what somebody slipped into an event does not come out of it', () => {
  const leaking = { ...received, data: { ...facts, reporter: { name: 'Rahmi' }, content: 'rahasia' } };
  assert.deepEqual(WebhookEvent.parse(leaking), received);
});

test('each type of event has facts of its own', () => {
  assert.ok(!WebhookEvent.safeParse({ ...received, type: 'report.ownerChanged' }).success);
  const moved = {
    ...received,
    type: 'report.ownerChanged',
    data: { ...facts, previousOwner: { id: 'admin', name: 'Admin' }, how: 'disposed' },
  };
  assert.deepEqual(WebhookEvent.parse(moved), moved);
});

test('an event of a type that is not known is refused at its type, so that a receiver can pass over it', () => {
  const { error } = WebhookEvent.safeParse({ ...received, type: 'report.praised' });
  assert.deepEqual(
    error?.issues.map(({ path }) => path),
    [['type']],
  );
});

test('every type that can be chosen is the type of an event', () => {
  for (const type of webhookEventTypes) {
    const { error } = WebhookEvent.safeParse({ ...received, type });
    assert.ok(!error?.issues.some(({ path }) => path[0] === 'type'), type);
  }
  assert.ok(!WebhookEventType.safeParse('webhook.test').success);
});

test('types: the type tells which facts there are', () => {
  const event: WebhookEvent = WebhookEvent.parse({ ...envelope, type: 'webhook.test', data: { message: 'Halo' } });
  // @ts-expect-error a test is about no report
  assert.equal(event.data.trackingId, undefined);
  assert.equal(event.type === 'webhook.test' && event.data.message, 'Halo');

  type NotChoosable = Exclude<WebhookEvent['type'], WebhookEventType>;
  const onlyTheTest: NotChoosable = 'webhook.test';
  const anyEvent: WebhookEvent['type'] = 'report.received';
  // @ts-expect-error every event about a report can be chosen
  const another: NotChoosable = anyEvent;
  assert.notEqual(onlyTheTest, another);
});
