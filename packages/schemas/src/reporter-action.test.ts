import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Confirmation, createMessageSchema, Dispute, Reply, Withdrawal } from './reporter-action.ts';

test('a reply and a dispute say something, a withdrawal need not', () => {
  assert.ok(Reply.safeParse({ message: 'Sudah menyala, terima kasih.' }).success);
  assert.ok(!Reply.safeParse({ message: ' \u200B' }).success);
  assert.ok(!Dispute.safeParse({}).success);
  assert.deepEqual(Withdrawal.parse({}), {});
});

test('a rating runs from 1 to 5 in whole steps, and is needed to confirm', () => {
  for (const rating of [1, 2, 3, 4, 5]) assert.deepEqual(Confirmation.parse({ rating }), { rating });
  for (const rating of [0, 6, 2.5, '5', null, undefined])
    assert.ok(!Confirmation.safeParse({ rating }).success, String(rating));
});

test('a message is as long as the site allows', () => {
  assert.ok(createMessageSchema(5).safeParse('12345').success);
  assert.ok(!createMessageSchema(5).safeParse('123456').success);
  assert.ok(createMessageSchema().safeParse('x'.repeat(5000)).success);
  assert.ok(!createMessageSchema().safeParse('x'.repeat(5001)).success);
});
