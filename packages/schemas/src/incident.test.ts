import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Incident, Place, Position } from './incident.ts';

test('where and when may both be left open', () => {
  for (const incident of [{}, { place: {} }, { date: '2026-11-16' }, { place: { regionCode: '13' } }])
    assert.deepEqual(Incident.parse(incident), incident);
});

test('a position lies on the earth', () => {
  for (const [latitude, longitude] of [
    [-90, -180],
    [90, 180],
    [-0.93, 100.38],
  ])
    assert.ok(Position.safeParse({ latitude, longitude }).success);
  for (const [latitude, longitude] of [
    [-90.01, 0],
    [0, 180.01],
    [Number.NaN, 0],
    [0, Number.POSITIVE_INFINITY],
    ['0', '0'],
    [0, undefined],
  ]) {
    assert.ok(!Position.safeParse({ latitude, longitude }).success, `${latitude}, ${longitude}`);
  }
});

test('a device may say how sure it is of the position', () => {
  assert.ok(Position.safeParse({ latitude: 0, longitude: 100, accuracyMetres: 18.5 }).success);
  assert.ok(!Position.safeParse({ latitude: 0, longitude: 100, accuracyMetres: -1 }).success);
});

test('a landmark is one line, and may be empty', () => {
  assert.equal(Place.parse({ landmark: '  depan\npasar ' }).landmark, 'depan pasar');
  assert.equal(Place.parse({ landmark: '' }).landmark, '');
  assert.ok(!Place.safeParse({ landmark: 'x'.repeat(256) }).success);
});
