import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DeadlineKind } from '@lapor/schemas';
import { calendarDateIn, countWorkingDays, deadlinesOf } from '@lapor/schemas/clock';
import type { ClockSpan } from '@lapor/schemas/lifecycle';
import fc from 'fast-check';
import { decodeOutcome, encodeOutcome } from './deadline-outcome.ts';
import { createFigureReader } from './report-figure.ts';

const clock = { timeZone: 'Asia/Makassar', week: 'fiveDays', localHolidays: [{ date: '2026-04-02' }] } as const;

const instant = (minutes: number): string =>
  `${new Date(Date.UTC(2025, 10, 1) + minutes * 60_000).toISOString().slice(0, 19)}Z`;

const spans = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...DeadlineKind.options),
      startedBy: fc.nat(9),
      start: fc.nat(300_000),
      needed: fc.option(fc.oneof(fc.nat(30_000), fc.nat(200_000)), { nil: undefined }),
      how: fc.constantFrom('met' as const, 'lifted' as const),
      supervision: fc.constantFrom(undefined, 'supervisory' as const, 'nonSupervisory' as const),
    })
    .map(({ kind, startedBy, start, needed, how, supervision }): ClockSpan => ({
      kind,
      startedBy,
      startedAt: instant(start),
      ...(needed !== undefined && { ended: { at: instant(start + needed), how } }),
      ...(supervision && { supervision }),
    })),
  { maxLength: 8 },
);

test('an outcome is read as it was written, and fits into two bytes', () => {
  for (const kind of DeadlineKind.options) {
    for (const isMissed of [true, false]) {
      for (const workingDays of [undefined, 0, 1, 998]) {
        const outcome = { kind, isMissed, ...(workingDays !== undefined && { workingDays }) };
        assert.deepEqual(decodeOutcome(encodeOutcome(outcome)), outcome);
        assert.ok(encodeOutcome(outcome) < 32_768);
      }
    }
  }
  assert.equal(
    decodeOutcome(encodeOutcome({ kind: 'completion', isMissed: true, workingDays: 5000 })).workingDays,
    998,
  );
});

test('figures say of every deadline what the deadlines themselves say', () => {
  const read = createFigureReader(clock);
  fc.assert(
    fc.property(spans, (all) => {
      const now = instant(500_000);
      const { outcomes, dueAt } = read({ receivedAt: instant(0), spans: all });
      const deadlines = deadlinesOf(all, { ...clock, now });
      const expected = deadlines.flatMap((deadline, index) => {
        const { ended } = all[index]!;
        if (ended === undefined || deadline.state === 'lifted') return [];
        const workingDays = countWorkingDays(deadline.startsOn, calendarDateIn(ended.at, clock.timeZone), clock);
        return [
          { kind: deadline.kind, isMissed: deadline.state === 'missed', ...(ended.how === 'met' && { workingDays }) },
        ];
      });
      assert.deepEqual(outcomes.map(decodeOutcome), expected);
      for (const deadline of deadlines.filter((each) => each.endedAt === undefined)) assert.ok(dueAt[deadline.kind]);
    }),
    { numRuns: 300 },
  );
});

test('the day of reception is that of the region', () => {
  assert.equal(createFigureReader(clock)({ receivedAt: '2026-03-09T16:30:00Z', spans: [] }).receivedOn, '2026-03-10');
  assert.equal(
    createFigureReader({ ...clock, timeZone: 'Asia/Jakarta' })({ receivedAt: '2026-03-09T16:30:00Z', spans: [] })
      .receivedOn,
    '2026-03-09',
  );
});
