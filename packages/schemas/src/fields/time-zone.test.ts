import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeZone } from './time-zone.ts';

test('the three zones are hours of 7, 8 and 9 before UTC, in summer and in winter', () => {
  for (const [index, timeZone] of TimeZone.options.entries()) {
    const offsetOn = (day: string) =>
      new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
        .formatToParts(new Date(day))
        .find(({ type }) => type === 'timeZoneName')?.value;
    assert.deepEqual(
      [offsetOn('2026-01-15'), offsetOn('2026-07-15')],
      [`GMT+0${7 + index}:00`, `GMT+0${7 + index}:00`],
    );
  }
});

test('no other name of a zone is taken', () => {
  for (const name of ['WIB', 'Asia/Pontianak', 'asia/jakarta', 'UTC', '+07:00'])
    assert.ok(!TimeZone.safeParse(name).success, name);
});
