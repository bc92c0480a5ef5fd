import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TimeZone } from '../fields/time-zone.ts';
import { calendarDateIn, endOfDay, startOfDay } from './calendar-date-in.ts';
import { isClockInputError } from './clock-input-error.ts';

const zones: TimeZone[] = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];
const zone = fc.constantFrom(...zones);
const date = fc.integer({ min: 0, max: 84_005 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

test('half past eleven at night in Jakarta is already tomorrow in Makassar and Jayapura', () => {
  assert.deepEqual(
    zones.map((each) => calendarDateIn('2026-03-13T16:30:00Z', each)),
    ['2026-03-13', '2026-03-14', '2026-03-14'],
  );
});

test('half past midnight in Jayapura is still yesterday in Makassar and Jakarta', () => {
  assert.deepEqual(
    zones.map((each) => calendarDateIn('2026-03-13T15:30:00Z', each)),
    ['2026-03-13', '2026-03-13', '2026-03-14'],
  );
});

test('a day ends where the next begins, at midnight of its own zone', () => {
  assert.deepEqual(
    zones.map((each) => endOfDay('2025-12-31', each)),
    ['2025-12-31T17:00:00Z', '2025-12-31T16:00:00Z', '2025-12-31T15:00:00Z'],
  );
  for (const each of zones) assert.equal(endOfDay('2025-12-31', each), startOfDay('2026-01-01', each));
});

test('the last fraction of a second still belongs to the day', () => {
  assert.equal(calendarDateIn('2026-02-28T16:59:59.999999Z', 'Asia/Jakarta'), '2026-02-28');
  assert.equal(calendarDateIn('2026-02-28T17:00:00.000Z', 'Asia/Jakarta'), '2026-03-01');
});

test('from its first to its last second, a day is itself', () => {
  fc.assert(
    fc.property(date, zone, (day, each) => {
      const start = Date.parse(startOfDay(day, each));
      const end = Date.parse(endOfDay(day, each));
      assert.equal(end - start, 86_400_000);
      assert.equal(calendarDateIn(new Date(start).toISOString(), each), day);
      assert.equal(calendarDateIn(new Date(end - 1).toISOString(), each), day);
    }),
    { numRuns: 500 },
  );
});

test('every hour of 2025 and 2026 falls on the day that Intl tells', () => {
  for (const each of zones) {
    const told = new Intl.DateTimeFormat('sv-SE', { timeZone: each, dateStyle: 'short' });
    for (let hour = Date.UTC(2025, 0, 1); hour < Date.UTC(2027, 0, 1); hour += 3_600_000) {
      assert.equal(calendarDateIn(new Date(hour).toISOString(), each), told.format(hour));
    }
  }
});

test('the first and the last day that the clock knows are whole days in every zone, and the days around them are refused', () => {
  for (const each of zones) {
    for (const day of ['1970-01-01', '2199-12-31']) assert.equal(calendarDateIn(startOfDay(day, each), each), day);
    assert.throws(() => startOfDay('2200-01-01', each), { name: 'ClockInputError', part: 'date' });
    assert.throws(() => startOfDay('1969-12-31', each), { name: 'ClockInputError', part: 'date' });
    assert.throws(() => calendarDateIn(endOfDay('2199-12-31', each), each), {
      name: 'ClockInputError',
      part: 'instant',
    });
    assert.throws(() => calendarDateIn('1969-12-31T14:59:59Z', each), { name: 'ClockInputError', part: 'instant' });
  }
});

test('hostile instants, dates and zones give the documented error or an answer, nothing else', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '2026-02-30',
      '2026-02-29T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:00+00:00',
      '9999-12-31T00:00:00Z',
      '0026-01-01',
      '2200-01-01',
      '1969-12-31',
    ),
    fc.constantFrom('__proto__', 'constructor', 'Asia/Pontianak', `2026-01-01T00:00:00.${'9'.repeat(50_000)}Z`),
  );
  fc.assert(
    fc.property(hostile, hostile, (value, other) => {
      for (const ask of [calendarDateIn, startOfDay, endOfDay] as ((...values: unknown[]) => string)[]) {
        for (const values of [
          [value, other],
          [value, 'Asia/Jakarta'],
          ['2026-01-01', other],
          ['2026-01-01T00:00:00Z', other],
        ]) {
          try {
            assert.match(ask(...values), /^\d{4}-\d\d-\d\d/);
          } catch (error) {
            assert.ok(isClockInputError(error), String(error));
            assert.ok(error.message.length < 300);
          }
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('the error says who refused, which part, what it was, and what to pass', () => {
  assert.throws(() => startOfDay('2026-02-30', 'Asia/Jakarta'), {
    name: 'ClockInputError',
    caller: 'startOfDay',
    part: 'date',
    message: 'startOfDay: `date` is "2026-02-30". Pass a date as YYYY-MM-DD between 1970-01-01 and 2199-12-31.',
  });
});
