import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lifecycleEventTypes, type ReportState } from '@lapor/schemas/lifecycle';
import { messagesFor } from '@lapor/schemas/messages';
import { momentOf } from './moment-of.ts';

type Facts = Parameters<typeof momentOf>[0];
const momentAt = (type: string, before: Partial<ReportState> = {}, after: Partial<ReportState> = {}) =>
  momentOf({ event: { type }, before, after } as unknown as Facts);

test('every event of the lifecycle is news, or is known to be none', () => {
  const silent = lifecycleEventTypes.filter((type) => momentAt(type) === undefined);
  assert.deepEqual(silent, [
    // what the reporter did
    'replied',
    'supported',
    'confirmed',
    'disputed',
    'withdrawn',
    // what changes nothing for the reporter, or is for officers alone
    'absorbed',
    'released',
    'redacted',
    'corrected',
    'noted',
    'escalated',
    'reminded',
    'deliveryQueued',
    'deliveryFailed',
    // unless the status becomes another one
    'upstreamStatusChanged',
  ]);
});

test('a dispute is news where it opens a report again', () => {
  assert.equal(momentAt('disputed', { closed: { at: '2026-03-10T02:00:00Z', how: 'completed' } }), 'reopened');
});

test('what an upstream says is news where it says another status, in words that are known', () => {
  assert.equal(momentAt('upstreamStatusChanged', { status: 'disposed' }, { status: 'inProgress' }), 'statusChanged');
  assert.equal(momentAt('upstreamStatusChanged', { status: 'disposed' }, { status: 'disposed' }), undefined);
  assert.equal(momentAt('upstreamStatusChanged', { status: 'disposed' }, { status: 'unknown' }), undefined);
});

test('every moment has words, and every one of them can come', () => {
  const told = new Set([
    ...lifecycleEventTypes.map((type) => momentAt(type)),
    momentAt('disputed', { closed: { at: '2026-03-10T02:00:00Z', how: 'completed' } }),
    momentAt('upstreamStatusChanged', { status: 'disposed' }, { status: 'inProgress' }),
  ]);
  told.delete(undefined);
  assert.deepEqual(told, new Set(Object.keys(messagesFor('id').news.moments)));
});
