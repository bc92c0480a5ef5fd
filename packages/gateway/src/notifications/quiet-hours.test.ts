import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TimeZone } from '@lapor/schemas';
import fc from 'fast-check';
import { instantOf } from '../time/gateway-clock.ts';
import { afterQuietHours } from './quiet-hours.ts';

const night = { from: 21, until: 6 };

const cases: [string, Parameters<typeof afterQuietHours>, string][] = [
  ['by day at once', ['2026-03-10T05:00:00Z', night, 'Asia/Jakarta'], '2026-03-10T05:00:00Z'],
  ['before midnight in the next morning', ['2026-03-10T14:00:00Z', night, 'Asia/Jakarta'], '2026-03-10T23:00:00Z'],
  ['after midnight in the same morning', ['2026-03-10T18:30:00Z', night, 'Asia/Jakarta'], '2026-03-10T23:00:00Z'],
  ['earlier further east', ['2026-03-10T12:00:00Z', night, 'Asia/Jayapura'], '2026-03-10T21:00:00Z'],
  ['at the end of the night at once', ['2026-03-10T23:00:00Z', night, 'Asia/Jakarta'], '2026-03-10T23:00:00Z'],
  ['after a quiet noon', ['2026-03-10T05:30:00Z', { from: 12, until: 13 }, 'Asia/Jakarta'], '2026-03-10T06:00:00Z'],
  [
    'at any time where no hour is quiet',
    ['2026-03-10T18:00:00Z', { from: 0, until: 0 }, 'Asia/Jakarta'],
    '2026-03-10T18:00:00Z',
  ],
];
for (const [when, facts, expected] of cases)
  test(`it is told ${when}`, () => assert.equal(afterQuietHours(...facts), expected));

test('nothing is ever told in the quiet hours, earlier than it happened, or more than a day late', () => {
  const hour = fc.integer({ min: 0, max: 23 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 366 * 86_400 }),
      hour,
      hour,
      fc.constantFrom(...TimeZone.options),
      (seconds, from, until, zone) => {
        const at = instantOf(new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000));
        const told = afterQuietHours(at, { from, until }, zone);
        assert.ok(told >= at && Date.parse(told) - Date.parse(at) < 86_400_000);
        const local = Number(
          new Date(told).toLocaleString('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }),
        );
        const isQuiet = from <= until ? local >= from && local < until : local >= from || local < until;
        assert.equal(isQuiet, false, `${told} in ${zone}`);
      },
    ),
    { numRuns: 500 },
  );
});
