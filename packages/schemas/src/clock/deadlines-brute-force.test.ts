import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TimeZone } from '../fields/time-zone.ts';
import type { ClockSpan } from '../clock-span.ts';
import { deadlinesOf } from './deadlines.ts';

// A second way to the same answers that shares no code with the clock: days are taken from a list one by one, today's
// date in a zone is what Intl says, and the days off are written down again, month by month (month:days).
const closed = new Set([
  ...days(2025, '1:1,27,28,29 3:28,29,31 4:1,2,3,4,7,18,20 5:1,12,13,29,30 6:1,6,9,27 8:17,18 9:5 12:25,26'),
  ...days(2026, '1:1,16 2:16,17 3:18,19,20,21,22,23,24 4:3,5 5:1,14,15,27,28,31 6:1,16 8:17,25 12:24,25'),
]);
const limits: [ClockSpan['kind'], ClockSpan['supervision'], number][] = [
  ['verification', undefined, 3],
  ['followUp', undefined, 5],
  ['reporterResponse', undefined, 10],
  ['completion', 'nonSupervisory', 14],
  ['completion', 'supervisory', 60],
  ['legalLimit', undefined, 60],
];
// Just before and just after midnight in each zone, and a morning hour, in UTC.
const hours = ['14:30', '15:30', '16:30', '17:30', '03:00'];

// Long enough for the last report of 2026 and the longest limit, in order, with the way back.
const everyDay = Array.from({ length: 900 }, (_, day) =>
  new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10),
);
const position = new Map(everyDay.map((day, index) => [day, index]));

for (const timeZone of ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const satisfies TimeZone[]) {
  const calendarOnTheWall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const dateAt = (instant: string) => calendarOnTheWall.format(new Date(instant));

  for (const week of ['fiveDays', 'sixDays'] as const) {
    const working = everyDay.filter((day) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return weekday !== 0 && (weekday !== 6 || week === 'sixDays') && !closed.has(day);
    });

    test(`what starts on any day of 2025 and 2026 is due when a count day by day says so, in ${timeZone} with ${week}`, () => {
      for (const startedAt of everyDay.slice(0, 730).flatMap((day) => hours.map((hour) => `${day}T${hour}:00Z`))) {
        const today = dateAt(startedAt);
        const firstAfter = working.findIndex((day) => day > today);
        const spans = limits.map(([kind, supervision], startedBy) => ({
          kind,
          startedBy,
          startedAt,
          ...(supervision && { supervision }),
        }));
        for (const [index, { startsOn, dueOn, dueAt, provisional }] of deadlinesOf(spans, {
          timeZone,
          week,
          now: startedAt,
        }).entries()) {
          const [kind, , amount] = limits[index]!;
          const expected =
            kind === 'legalLimit' ? everyDay[position.get(today)! + amount]! : working[firstAfter + amount - 1]!;
          assert.equal(startsOn, today);
          assert.equal(dueOn, expected, `${kind} from ${startedAt}`);
          assert.equal(dateAt(dueAt), everyDay[position.get(expected)! + 1]);
          assert.equal(provisional, kind !== 'legalLimit' && expected >= '2027');
        }
      }
    });
  }
}

function days(year: number, months: string): string[] {
  return months.split(' ').flatMap((month) => {
    const [number, list] = month.split(':') as [string, string];
    return list.split(',').map((day) => `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
  });
}
