import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WorkCalendar } from '../work-calendar.ts';
import type { WorkWeek } from '../../fields/work-week.ts';
import { isWorkingDay } from '../work-week.ts';
import { id2025 } from './id-2025.ts';
import { id2026 } from './id-2026.ts';
import { indonesianCalendar } from './indonesian-calendar.ts';

// The decrees name each day with its weekday. Written down a second time, a slip of either list shows.
const decreed = {
  2025: {
    publicHolidays:
      'Rabu 1/1, Senin 27/1, Rabu 29/1, Sabtu 29/3, Senin 31/3, Selasa 1/4, Jumat 18/4, Minggu 20/4, Kamis 1/5, Senin 12/5, Kamis 29/5, Minggu 1/6, Jumat 6/6, Jumat 27/6, Minggu 17/8, Jumat 5/9, Kamis 25/12',
    collectiveLeave:
      'Selasa 28/1, Jumat 28/3, Rabu 2/4, Kamis 3/4, Jumat 4/4, Senin 7/4, Selasa 13/5, Jumat 30/5, Senin 9/6, Senin 18/8, Jumat 26/12',
  },
  2026: {
    publicHolidays:
      'Kamis 1/1, Jumat 16/1, Selasa 17/2, Kamis 19/3, Sabtu 21/3, Minggu 22/3, Jumat 3/4, Minggu 5/4, Jumat 1/5, Kamis 14/5, Rabu 27/5, Minggu 31/5, Senin 1/6, Selasa 16/6, Senin 17/8, Selasa 25/8, Jumat 25/12',
    collectiveLeave: 'Senin 16/2, Rabu 18/3, Jumat 20/3, Senin 23/3, Selasa 24/3, Jumat 15/5, Kamis 28/5, Kamis 24/12',
  },
};
const weekdays = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];

for (const table of [id2025, id2026]) {
  for (const list of ['publicHolidays', 'collectiveLeave'] as const) {
    test(`${list} of ${table.version} are the decreed dates on the decreed weekdays`, () => {
      const told = table[list].map(({ date }) => {
        const day = new Date(`${date}T12:00:00Z`);
        return `${weekdays[day.getUTCDay()]} ${day.getUTCDate()}/${day.getUTCMonth() + 1}`;
      });
      assert.equal(told.join(', '), decreed[table.year as 2025 | 2026][list]);
    });
  }
}

test('17 public holidays each year; 11 days of collective leave in 2025 and 8 in 2026', () => {
  assert.deepEqual([id2025.publicHolidays.length, id2026.publicHolidays.length], [17, 17]);
  assert.deepEqual([id2025.collectiveLeave.length, id2026.collectiveLeave.length], [11, 8]);
});

test('the calendar that is shipped satisfies the schema of calendars that are loaded', () => {
  assert.deepEqual(WorkCalendar.parse(structuredClone(indonesianCalendar)), indonesianCalendar);
});

// Both years have 261 days from Monday to Friday. In each, 13 of the 17 public holidays fall on one of them, and so does
// every day of collective leave: 261 - 13 - 11 = 237 and 261 - 13 - 8 = 240. Both have 52 Saturdays, of which a holiday
// takes one: 29 March 2025 and 21 March 2026.
test('2025 has 237 working days and 2026 has 240; with Saturdays 288 and 291', () => {
  const worked = (year: number, week: WorkWeek) => {
    let count = 0;
    for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += 86_400_000) {
      if (isWorkingDay(new Date(day).toISOString().slice(0, 10), { week })) count += 1;
    }
    return count;
  };
  assert.deepEqual([worked(2025, 'fiveDays'), worked(2026, 'fiveDays')], [237, 240]);
  assert.deepEqual([worked(2025, 'sixDays'), worked(2026, 'sixDays')], [288, 291]);
});
