import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Instant } from './instant.ts';

test('an instant is RFC 3339 in UTC, with seconds and at most nanoseconds', () => {
  for (const instant of ['2026-11-22T01:15:50Z', '2026-11-22T01:15:50.5Z', '2026-11-22T01:15:50.123456789Z'])
    assert.ok(Instant.safeParse(instant).success, instant);
});

test('an instant in another zone, without seconds or without the Z is refused', () => {
  const refused = [
    '2026-11-22T08:15:50+07:00',
    '2026-11-22T01:15:50+00:00',
    '2026-11-22T01:15:50',
    '2026-11-22T01:15Z',
    '2026-11-22 01:15:50Z',
    '2026-11-22t01:15:50z',
    '2026-11-22',
  ];
  for (const instant of refused) assert.ok(!Instant.safeParse(instant).success, instant);
});

test('an instant that no clock shows is refused', () => {
  for (const instant of [
    '2026-02-30T01:15:50Z',
    '2026-11-22T24:00:00Z',
    '2026-11-22T23:60:00Z',
    `2026-11-22T01:15:50.${'1'.repeat(40)}Z`,
  ]) {
    assert.ok(!Instant.safeParse(instant).success, instant);
  }
});

test('every instant is one that JavaScript can read', () => {
  assert.equal(Date.parse(Instant.parse('2026-11-22T01:15:50.123456789Z')), Date.UTC(2026, 10, 22, 1, 15, 50, 123));
});
