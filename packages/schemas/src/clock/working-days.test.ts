import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { indonesianCalendar } from './calendars/indonesian-calendar.ts';
import { isClockInputError } from './clock-input-error.ts';
import { isWorkingDay, type WorkRules } from './work-week.ts';
import { addWorkingDays, countWorkingDays } from './working-days.ts';

const dateOf = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const inTwoYears = fc
  .integer({ min: Date.UTC(2025, 0, 1) / 86_400_000, max: Date.UTC(2026, 11, 31) / 86_400_000 })
  .map(dateOf);
const anyDate = fc.integer({ min: 0, max: 80_000 }).map(dateOf);
const rules: fc.Arbitrary<WorkRules> = fc.record({
  week: fc.constantFrom('fiveDays', 'sixDays'),
  localHolidays: fc.array(fc.record({ date: inTwoYears }), { maxLength: 30 }),
});
const amount = fc.integer({ min: 0, max: 80 });

test('the first working day after the Friday before Nyepi and Idulfitri 2026', () => {
  assert.equal(addWorkingDays('2026-03-13', 1), '2026-03-16');
  assert.equal(addWorkingDays('2026-03-13', 1, { week: 'sixDays' }), '2026-03-14');
  assert.equal(addWorkingDays('2026-03-17', 1), '2026-03-25');
});

test('a local holiday is skipped like any other', () => {
  assert.equal(addWorkingDays('2026-08-05', 1), '2026-08-06');
  assert.equal(addWorkingDays('2026-08-05', 1, { localHolidays: [{ date: '2026-08-06' }] }), '2026-08-07');
});

test('a year without a table has weekends only', () => {
  assert.equal(isWorkingDay('2027-08-17'), true);
  assert.equal(isWorkingDay('2027-08-15'), false);
});

test('holidays and collective leave are never working days, in either week', () => {
  for (const { publicHolidays, collectiveLeave } of indonesianCalendar.years) {
    for (const { date } of [...publicHolidays, ...collectiveLeave]) {
      assert.equal(isWorkingDay(date), false, date);
      assert.equal(isWorkingDay(date, { week: 'sixDays' }), false, date);
    }
  }
});

test('what is added is what is counted, and it ends on a working day', () => {
  fc.assert(
    fc.property(fc.oneof(inTwoYears, anyDate), amount, rules, (date, days, each) => {
      const due = addWorkingDays(date, days, each);
      assert.equal(countWorkingDays(date, due, each), days);
      assert.equal(days === 0 ? due === date : isWorkingDay(due, each), true);
    }),
    { numRuns: 500 },
  );
});

test('a later start or a longer limit never leads to an earlier day', () => {
  fc.assert(
    fc.property(inTwoYears, inTwoYears, amount, amount, rules, (a, b, m, n, each) => {
      const [earlier, later] = a < b ? [a, b] : [b, a];
      const [fewer, more] = m < n ? [m, n] : [n, m];
      assert.ok(addWorkingDays(earlier, n, each) <= addWorkingDays(later, n, each));
      assert.ok(addWorkingDays(a, fewer, each) <= addWorkingDays(a, more, each));
    }),
    { numRuns: 500 },
  );
});

test('a further holiday never leads to an earlier day', () => {
  fc.assert(
    fc.property(inTwoYears, amount, rules, inTwoYears, (date, days, each, holiday) => {
      const localHolidays = [...(each.localHolidays ?? []), { date: holiday }];
      assert.ok(addWorkingDays(date, days, each) <= addWorkingDays(date, days, { ...each, localHolidays }));
    }),
    { numRuns: 300 },
  );
});

test('counts over neighbouring stretches add up', () => {
  fc.assert(
    fc.property(fc.tuple(inTwoYears, inTwoYears, inTwoYears), rules, (dates, each) => {
      const [a, b, c] = dates.sort();
      assert.equal(countWorkingDays(a, b, each) + countWorkingDays(b, c, each), countWorkingDays(a, c, each));
      assert.equal(countWorkingDays(c, a, each), 0);
    }),
    { numRuns: 300 },
  );
});

test('an answer after 2199 is refused, also when no day at all is a working day', () => {
  assert.throws(() => addWorkingDays('2199-12-30', 2), { name: 'ClockInputError', part: 'amount' });
  const closed = Array.from({ length: 400 }, (_, day) => ({ date: dateOf(83_606 + day) }));
  assert.throws(() => addWorkingDays('2198-11-30', 1, { localHolidays: closed }), { name: 'ClockInputError' });
});

test('hostile dates, amounts and rules give the documented error or an answer, nothing else', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom<unknown>(
      Number.NaN,
      -1,
      1.5,
      1e9,
      Infinity,
      '3',
      '2026-02-29',
      '2026-2-1',
      '2026-01-01\n',
      '٢٠٢٦-٠١-٠١',
      'sevenDays',
      '__proto__',
    ),
  );
  fc.assert(
    fc.property(hostile, hostile, hostile, (first, second, week) => {
      const asked: (() => unknown)[] = [
        () => addWorkingDays(first as string, 3),
        () => addWorkingDays('2026-01-01', second as number),
        () => countWorkingDays(first as string, second as string),
        () => isWorkingDay('2026-01-01', { week: week as 'fiveDays' }),
        () => isWorkingDay('2026-01-01', { localHolidays: [{ date: first as string }] }),
      ];
      for (const ask of asked) {
        try {
          assert.match(String(ask()), /^(\d{4}-\d\d-\d\d|\d+|true|false)$/);
        } catch (error) {
          assert.ok(isClockInputError(error), String(error));
        }
      }
    }),
    { numRuns: 500 },
  );
});
