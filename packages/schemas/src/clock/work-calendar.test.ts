import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { id2025 } from './calendars/id-2025.ts';
import { id2026 } from './calendars/id-2026.ts';
import { indonesianCalendar } from './calendars/indonesian-calendar.ts';
import { calendarVersion, mergeCalendars } from './merge-calendars.ts';
import { CalendarYear, WorkCalendar } from './work-calendar.ts';

const issuesOf = (schema: typeof CalendarYear | typeof WorkCalendar, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, code }) => `${path.join('/')} ${code}`) ?? [];

test('a day of another year is refused where it stands', () => {
  const wrong = { ...id2026, collectiveLeave: [{ date: '2027-01-01', name: 'Cuti bersama' }] };
  assert.deepEqual(issuesOf(CalendarYear, wrong), ['collectiveLeave/0/date custom']);
});

test('a day that is listed twice is refused, be it under the other heading', () => {
  const wrong = { ...id2026, collectiveLeave: [{ date: '2026-12-25', name: 'Cuti bersama' }] };
  assert.deepEqual(issuesOf(CalendarYear, wrong), ['collectiveLeave/0/date custom']);
});

test('a day that does not exist, a version that could not be joined and a missing decree are refused', () => {
  const wrong = { ...id2026, version: 'a+b', decrees: [], publicHolidays: [{ date: '2026-02-29', name: 'Libur' }] };
  assert.deepEqual(issuesOf(CalendarYear, wrong), [
    'version invalid_format',
    'decrees too_small',
    'publicHolidays/0/date invalid_format',
  ]);
});

test('a calendar with two tables for one year is refused', () => {
  assert.deepEqual(issuesOf(WorkCalendar, { years: [id2025, id2026, id2025] }), ['years/2/year custom']);
});

test('anything at all gives a result and never an exception', () => {
  const nearly = fc.record({
    years: fc.array(
      fc.record({
        version: fc.oneof(fc.constant('x-1'), fc.string(), fc.anything()),
        year: fc.oneof(fc.constantFrom(2026, 2027), fc.anything()),
        decrees: fc.oneof(fc.constant(['SKB']), fc.anything()),
        source: fc.oneof(fc.string(), fc.anything()),
        publicHolidays: fc.oneof(
          fc.array(fc.record({ date: fc.constantFrom('2026-01-01', '2026-13-01'), name: fc.string() })),
          fc.anything(),
        ),
        collectiveLeave: fc.oneof(fc.constant([]), fc.anything()),
      }),
    ),
  });
  fc.assert(
    fc.property(fc.oneof(nearly, fc.anything()), (value) => {
      assert.equal(typeof WorkCalendar.safeParse(value).success, 'boolean');
    }),
    { numRuns: 300 },
  );
});

test('merging keeps one table a year, the last one named, in the order of the years', () => {
  const amended = { ...id2025, version: 'id-2025.3' };
  const next = { ...id2026, version: 'id-2027.1', year: 2027, publicHolidays: [], collectiveLeave: [] };
  const merged = mergeCalendars({ years: [next] }, indonesianCalendar, { years: [amended] });
  assert.deepEqual(merged.years, [amended, id2026, next]);
  assert.equal(calendarVersion(merged), 'id-2025.3+id-2026.1+id-2027.1');
});

test('merging leaves what it was given as it was', () => {
  const before = structuredClone(indonesianCalendar);
  mergeCalendars(indonesianCalendar, { years: [{ ...id2026, version: 'id-2026.2' }] });
  assert.deepEqual(indonesianCalendar, before);
});

test('the version of a stretch of years names just those years that have a table', () => {
  assert.equal(calendarVersion(indonesianCalendar, 2026, 2027), 'id-2026.1');
  assert.equal(calendarVersion(indonesianCalendar, 2027, 2028), 'none');
  assert.equal(calendarVersion({ years: [id2026, id2025] }), 'id-2025.2+id-2026.1');
});
