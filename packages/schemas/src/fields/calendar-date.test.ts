import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CalendarDate } from './calendar-date.ts';

test('a calendar date is a day that exists', () => {
  for (const date of ['2026-11-22', '2028-02-29', '2000-02-29']) assert.ok(CalendarDate.safeParse(date).success, date);
  for (const date of ['2026-02-29', '2026-02-30', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31'])
    assert.ok(!CalendarDate.safeParse(date).success, date);
});

test('a calendar date has no time, no offset and no other form', () => {
  for (const date of [
    '2026-11-22T00:00:00Z',
    '22-11-2026',
    '22/11/2026',
    '2026-11-2',
    ' 2026-11-22',
    '2026-11-22\n',
    '+002026-11-22',
    '3 Jan 2026',
    '',
  ]) {
    assert.ok(!CalendarDate.safeParse(date).success, date);
  }
});
