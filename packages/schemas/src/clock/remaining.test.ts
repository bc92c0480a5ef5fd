import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Deadline } from '../deadline.ts';
import type { ClockSpan } from '../clock-span.ts';
import { deadlineOf } from './deadlines.ts';
import { remainingOf } from './remaining.ts';

// Three working days from Friday 13 March 2026: Mon 16, Tue 17, Wed 25. The 18th to the 24th are days off.
const span: ClockSpan = { kind: 'verification', startedBy: 0, startedAt: '2026-03-13T03:00:00Z' };
const deadline = deadlineOf(span, { timeZone: 'Asia/Jakarta', now: span.startedAt });
const told = (each: Deadline, now: string) => {
  const remaining = remainingOf(each, { now });
  return remaining && `${remaining.phase} ${remaining.days} ${remaining.unit}`;
};

test('what is left counts down over working days only', () => {
  const left = ['2026-03-13', '2026-03-15', '2026-03-16', '2026-03-17', '2026-03-24', '2026-03-25'].map((day) =>
    told(deadline, `${day}T03:00:00Z`),
  );
  assert.deepEqual(left, [
    'left 3 workingDay',
    'left 3 workingDay',
    'left 2 workingDay',
    'left 1 workingDay',
    'left 1 workingDay',
    'left 0 workingDay',
  ]);
});

test('what is overdue counts up from the first working day after the last', () => {
  assert.equal(told(deadline, '2026-03-25T16:59:59Z'), 'left 0 workingDay');
  assert.equal(told(deadline, '2026-03-25T17:00:00Z'), 'overdue 1 workingDay'); // already Thursday in Jakarta
  const friday = deadlineOf({ ...span, kind: 'followUp' }, { timeZone: 'Asia/Jakarta', now: span.startedAt });
  assert.equal(friday.dueOn, '2026-03-27');
  assert.equal(told(friday, '2026-03-28T03:00:00Z'), 'overdue 0 workingDay');
  assert.equal(told(friday, '2026-03-30T03:00:00Z'), 'overdue 1 workingDay');
});

test('plain days are counted as plain days', () => {
  const legal = deadlineOf({ ...span, kind: 'legalLimit' }, { timeZone: 'Asia/Jakarta', now: span.startedAt });
  assert.equal(told(legal, '2026-03-13T03:00:00Z'), 'left 60 day');
  assert.equal(told(legal, '2026-05-14T03:00:00Z'), 'overdue 2 day');
});

test('what is settled tells by how much it was late, whatever the present', () => {
  const settled = (at: string) =>
    deadlineOf({ ...span, ended: { at, how: 'met' } }, { timeZone: 'Asia/Jakarta', now: at });
  for (const now of ['2026-03-13T03:00:00Z', '2026-12-01T03:00:00Z']) {
    assert.equal(told(settled('2026-03-16T03:00:00Z'), now), 'settled 0 workingDay');
    assert.equal(told(settled('2026-03-30T03:00:00Z'), now), 'settled 3 workingDay');
  }
});

test('a deadline that another gateway calls met without saying when is settled, not overdue', () => {
  assert.equal(told({ ...deadline, state: 'met' }, '2026-12-01T03:00:00Z'), 'settled 0 workingDay');
});

test('a state that was told before the present does not hide that the day has passed', () => {
  assert.equal(deadline.state, 'running');
  assert.equal(remainingOf(deadline, { now: '2026-04-01T03:00:00Z' }).phase, 'overdue');
});

test('as time passes, what is left never grows and what is overdue never shrinks', () => {
  const instant = fc
    .integer({ min: Date.UTC(2026, 2, 13), max: Date.UTC(2026, 5, 30) })
    .map((ms) => new Date(ms).toISOString());
  fc.assert(
    fc.property(instant, instant, fc.constantFrom('fiveDays' as const, 'sixDays' as const), (a, b, week) => {
      const [earlier, later] = [a, b].sort().map((now) => {
        const { phase, days } = remainingOf(deadline, { now, week });
        return phase === 'left' ? -days : days + 0.5;
      }) as [number, number];
      assert.ok(earlier <= later);
    }),
    { numRuns: 300 },
  );
});

test('a deadline that was never one gives the documented error', () => {
  assert.throws(() => remainingOf({ ...deadline, dueOn: '2026-02-30' }, { now: span.startedAt }), {
    name: 'ClockInputError',
    caller: 'remainingOf',
    part: 'dueOn',
  });
  assert.throws(() => remainingOf(deadline, { now: 'yesterday' }), { name: 'ClockInputError', part: 'now' });
});

test('a deadline that a newer gateway counted in a way not known here has no remaining days, and does not throw', () => {
  const newer: Deadline[] = [
    { ...deadline, limit: { amount: 2, unit: 'month' } },
    { ...deadline, timeZone: 'Asia/Pontianak' },
  ];
  for (const each of newer) assert.equal(remainingOf(each, { now: span.startedAt }), undefined);
});
