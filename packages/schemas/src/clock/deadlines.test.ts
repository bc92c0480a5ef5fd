import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Deadline } from '../deadline.ts';
import type { TimeZone } from '../fields/time-zone.ts';
import type { ClockSpan } from '../clock-span.ts';
import { indonesianCalendar } from './calendars/indonesian-calendar.ts';
import { isClockInputError } from './clock-input-error.ts';
import { deadlineOf, deadlinesOf, type DeadlineOptions } from './deadlines.ts';
import { mergeCalendars } from './merge-calendars.ts';
import { defaultTimeLimits, TimeLimits } from './time-limits.ts';

const jakarta = { timeZone: 'Asia/Jakarta', now: '2026-03-13T03:00:00Z' } as const satisfies DeadlineOptions;
const filed = (kind: ClockSpan['kind'], startedAt: string, more: Partial<ClockSpan> = {}): ClockSpan => ({
  kind,
  startedBy: 0,
  startedAt,
  ...more,
});

const instant = fc
  .integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((ms) => new Date(ms).toISOString());
const zone = fc.constantFrom<TimeZone>('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura');
const week = fc.constantFrom('fiveDays' as const, 'sixDays' as const);
const span: fc.Arbitrary<ClockSpan> = fc.record(
  {
    kind: fc.constantFrom('verification', 'followUp', 'reporterResponse', 'completion', 'legalLimit'),
    startedBy: fc.nat(50),
    startedAt: instant,
    ended: fc.record({ at: instant, how: fc.constantFrom('met' as const, 'lifted' as const) }),
    supervision: fc.constantFrom('supervisory' as const, 'nonSupervisory' as const),
    judgedAt: instant,
  },
  { requiredKeys: ['kind', 'startedBy', 'startedAt'] },
);

// Filed on Friday 13 March 2026 at 10:00 in Jakarta; counting starts on Saturday the 14th.
// March: 14 Sat, 15 Sun, 16 Mon (1), 17 Tue (2), 18 cuti bersama, 19 Nyepi, 20 cuti bersama, 21 and 22 Idulfitri,
// 23 and 24 cuti bersama, 25 Wed (3), 26 (4), 27 Fri (5), 30 Mon (6), 31 (7); April: 1 (8), 2 (9), 3 Wafat Yesus Kristus,
// 4 Sat, 5 Paskah, 6 Mon (10), 7 (11), 8 (12), 9 (13), 10 Fri (14), 13 to 17 (19), 20 to 24 (24), 27 to 30 (28);
// May: 1 Hari Buruh, 4 to 8 (33), 11 to 13 (36), 14 Kenaikan, 15 cuti bersama, 18 to 22 (41), 25 and 26 (43), 27 Iduladha,
// 28 cuti bersama, 29 Fri (44); June: 1 Pancasila, 2 to 5 (48), 8 to 12 (53), 15 (54), 16 Muharam, 17 to 19 (57),
// 22 (58), 23 (59), 24 Wed (60). Sixty plain days: 18 left in March, 30 in April, 12 in May.
// With six days a week: Sat 14 (1), Mon 16 (2), Tue 17 (3), Wed 25 (4), Thu 26 (5).
const worked: [ClockSpan, string, DeadlineOptions['week']][] = [
  [filed('verification', jakarta.now), '2026-03-25', 'fiveDays'],
  [filed('followUp', jakarta.now), '2026-03-27', 'fiveDays'],
  [filed('reporterResponse', jakarta.now), '2026-04-06', 'fiveDays'],
  [filed('completion', jakarta.now, { supervision: 'nonSupervisory' }), '2026-04-10', 'fiveDays'],
  [filed('completion', jakarta.now), '2026-04-10', 'fiveDays'],
  [filed('completion', jakarta.now, { supervision: 'supervisory' }), '2026-06-24', 'fiveDays'],
  [filed('legalLimit', jakarta.now), '2026-05-12', 'fiveDays'],
  [filed('verification', jakarta.now), '2026-03-17', 'sixDays'],
  [filed('followUp', jakarta.now), '2026-03-26', 'sixDays'],
];
for (const [each, dueOn, days] of worked) {
  test(`filed on Friday 13 March 2026, ${each.kind} (${each.supervision ?? 'not judged'}, ${days}) is due on ${dueOn}`, () => {
    const deadline = deadlineOf(each, { ...jakarta, week: days as 'fiveDays' });
    assert.equal(deadline.startsOn, '2026-03-13');
    assert.equal(deadline.dueOn, dueOn);
    assert.equal(deadline.dueAt, `${dueOn}T17:00:00Z`);
  });
}

test('one instant is Friday in Jakarta and Saturday in Jayapura, and a six-day week tells them apart', () => {
  const at = filed('verification', '2026-03-13T15:30:00Z'); // 22:30 WIB, 23:30 WITA, 00:30 WIT
  const due = (timeZone: TimeZone) => {
    const { startsOn, dueOn, dueAt } = deadlineOf(at, { timeZone, now: at.startedAt, week: 'sixDays' });
    return [startsOn, dueOn, dueAt];
  };
  // From Friday: Sat 14, Mon 16, Tue 17. From Saturday: Mon 16, Tue 17, Wed 25.
  assert.deepEqual(due('Asia/Jakarta'), ['2026-03-13', '2026-03-17', '2026-03-17T17:00:00Z']);
  assert.deepEqual(due('Asia/Makassar'), ['2026-03-13', '2026-03-17', '2026-03-17T16:00:00Z']);
  assert.deepEqual(due('Asia/Jayapura'), ['2026-03-14', '2026-03-25', '2026-03-25T15:00:00Z']);
});

test('23:30 in Jakarta counts from that day, one hour later from the next', () => {
  const startsOn = (startedAt: string) => deadlineOf(filed('verification', startedAt), jakarta).startsOn;
  assert.deepEqual([startsOn('2026-03-12T16:30:00Z'), startsOn('2026-03-12T17:30:00Z')], ['2026-03-12', '2026-03-13']);
});

test('the last second of the last day is in time and the next is not', () => {
  const state = (now: string) => deadlineOf(filed('verification', jakarta.now), { ...jakarta, now }).state;
  assert.deepEqual([state('2026-03-25T16:59:59.999Z'), state('2026-03-25T17:00:00Z')], ['running', 'missed']);
});

test('a promise kept or lifted too late is missed and tells when it ended', () => {
  for (const how of ['met', 'lifted'] as const) {
    const ended = (at: string) => deadlineOf(filed('verification', jakarta.now, { ended: { at, how } }), jakarta);
    assert.equal(ended('2026-03-25T16:59:59Z').state, how);
    assert.equal(ended('2026-03-25T17:00:00Z').state, 'missed');
    assert.equal(ended('2026-03-25T17:00:00Z').endedAt, '2026-03-25T17:00:00Z');
  }
});

test('a deadline that reaches into a year without a table is provisional, plain days are not', () => {
  const asked = (kind: ClockSpan['kind'], startedAt: string) => {
    const { calendarVersion, provisional } = deadlineOf(filed(kind, startedAt), jakarta);
    return [calendarVersion, provisional];
  };
  assert.deepEqual(asked('verification', '2026-03-13T03:00:00Z'), ['id-2026.1', false]);
  assert.deepEqual(asked('followUp', '2025-12-30T03:00:00Z'), ['id-2025.2+id-2026.1', false]);
  assert.deepEqual(asked('followUp', '2025-12-31T03:00:00Z'), ['id-2026.1', false]);
  assert.deepEqual(asked('followUp', '2026-12-29T03:00:00Z'), ['id-2026.1', true]);
  assert.deepEqual(asked('followUp', '2026-12-31T03:00:00Z'), ['none', true]);
  assert.deepEqual(asked('legalLimit', '2026-12-29T03:00:00Z'), ['none', false]);
});

test('a limit of no days ends with the day on which the clock started', () => {
  const limits = { ...defaultTimeLimits, verification: { amount: 0, unit: 'workingDay' } } satisfies TimeLimits;
  for (const day of ['2026-03-21', '2026-12-31', '2027-08-15']) {
    const { dueAt, calendarVersion, provisional } = deadlineOf(filed('verification', `${day}T03:00:00Z`), {
      ...jakarta,
      limits,
    });
    assert.deepEqual([dueAt, calendarVersion, provisional], [`${day}T17:00:00Z`, 'none', false]);
  }
});

test('the default limits satisfy the schema of limits that are configured', () => {
  assert.deepEqual(TimeLimits.parse(defaultTimeLimits), structuredClone(defaultTimeLimits));
});

test('every deadline satisfies its schema, and the answer is the same twice', () => {
  fc.assert(
    fc.property(span, zone, week, instant, (each, timeZone, days, now) => {
      const options: DeadlineOptions = { timeZone, week: days, now };
      const deadline = deadlineOf(each, options);
      assert.deepEqual(Deadline.parse(deadline), deadline);
      assert.deepEqual(deadlineOf(structuredClone(each), structuredClone(options)), deadline);
    }),
    { numRuns: 300 },
  );
});

test('other spans, before or after, change nothing', () => {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      span,
      fc.array(span, { maxLength: 8 }),
      zone,
      instant,
      (before, each, after, timeZone, now) => {
        const options = { timeZone, now };
        assert.deepEqual(deadlinesOf([...before, each, ...after], options)[before.length], deadlineOf(each, options));
      },
    ),
    { numRuns: 200 },
  );
});

test('loading the table of a later year changes no deadline that was not provisional', () => {
  const holiday = { date: '2027-01-04', name: 'Libur' };
  const next = {
    version: 'id-2027.1',
    year: 2027,
    decrees: ['SKB'],
    source: '',
    publicHolidays: [holiday],
    collectiveLeave: [],
  };
  const calendar = mergeCalendars(indonesianCalendar, { years: [next] });
  fc.assert(
    fc.property(span, zone, week, instant, (each, timeZone, days, now) => {
      const before = deadlineOf(each, { timeZone, week: days, now });
      const after = deadlineOf(each, { timeZone, week: days, now, calendar });
      if (before.provisional) assert.ok(after.dueOn >= before.dueOn);
      else assert.deepEqual(after, before);
    }),
    { numRuns: 500 },
  );
});

test('a clock that started later is never due earlier', () => {
  fc.assert(
    fc.property(span, instant, instant, zone, week, (each, a, b, timeZone, days) => {
      const due = (startedAt: string) => deadlineOf({ ...each, startedAt }, { timeZone, week: days, now: a }).dueOn;
      const [earlier, later] = a < b ? [a, b] : [b, a];
      assert.ok(due(earlier) <= due(later));
    }),
    { numRuns: 300 },
  );
});

test('as time passes nothing moves, and a state changes only from running to missed', () => {
  fc.assert(
    fc.property(span, zone, fc.array(instant, { minLength: 2, maxLength: 10 }), (each, timeZone, times) => {
      const seen = times.sort().map((now) => deadlineOf(each, { timeZone, now }));
      for (const [index, { state, ...rest }] of seen.entries()) {
        const { state: earlier, ...before } = seen[Math.max(0, index - 1)]!;
        assert.deepEqual(rest, before);
        assert.ok(state === earlier || (earlier === 'running' && state === 'missed'));
      }
    }),
    { numRuns: 300 },
  );
});

test('what ends an open clock changes its state at most from running, and never its dates', () => {
  fc.assert(
    fc.property(
      span,
      zone,
      instant,
      instant,
      fc.constantFrom('met' as const, 'lifted' as const),
      (each, timeZone, a, b, how) => {
        const { ended: _, ...open } = each;
        const [now, at] = a < b ? [a, b] : [b, a];
        const { state: before, ...dates } = deadlineOf(open, { timeZone, now });
        const {
          state: after,
          endedAt,
          ...datesAfter
        } = deadlineOf({ ...open, ended: { at, how } }, { timeZone, now: at });
        assert.deepEqual(datesAfter, dates);
        assert.equal(endedAt, at);
        assert.ok(before === 'running' ? after !== 'running' : after === 'missed');
      },
    ),
    { numRuns: 300 },
  );
});

test('hostile spans and options give the documented error or a deadline, nothing else', () => {
  const hostile = fc.oneof(
    fc.anything(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '__proto__',
      'toString',
      '2026-03-13',
      '2026-02-30T00:00:00Z',
      '2199-12-31T23:00:00Z',
      '1969-12-31T17:00:00Z',
      '1969-12-31T16:59:59Z',
    ),
  );
  fc.assert(
    fc.property(hostile, fc.nat(5), (value, which) => {
      const each = filed('verification', jakarta.now);
      const asked: [unknown, unknown][] = [
        [{ ...each, kind: value }, jakarta],
        [{ ...each, startedAt: value }, jakarta],
        [{ ...each, ended: { at: value, how: 'met' } }, jakarta],
        [each, { ...jakarta, now: value }],
        [each, { ...jakarta, timeZone: value }],
        [each, { ...jakarta, limits: { ...defaultTimeLimits, verification: { amount: value, unit: 'workingDay' } } }],
      ];
      const [hostileSpan, options] = asked[which]!;
      try {
        Deadline.parse(deadlineOf(hostileSpan as ClockSpan, options as DeadlineOptions));
      } catch (error) {
        assert.ok(isClockInputError(error), String(error));
      }
    }),
    { numRuns: 1000 },
  );
});
