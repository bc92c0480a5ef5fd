import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownRegions } from './known-regions.ts';
import { provinces } from './provinces.ts';
import { timeZoneOf } from './time-zone-of.ts';

test('each province has the zone of the presidential decree', () => {
  const inZone = (zone: string): string[] =>
    provinces()
      .map(({ code }) => code)
      .filter((code) => timeZoneOf(code) === zone);
  assert.deepEqual(inZone('Asia/Jakarta'), [
    '11',
    '12',
    '13',
    '14',
    '15',
    '16',
    '17',
    '18',
    '19',
    '21',
    '31',
    '32',
    '33',
    '34',
    '35',
    '36',
    '61',
    '62',
  ]);
  assert.deepEqual(inZone('Asia/Makassar'), ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);
  assert.deepEqual(inZone('Asia/Jayapura'), ['81', '82', '91', '92', '93', '94', '95', '96']);
});

test('a region has the zone of its province, at every level', () => {
  for (const { code, timeZone } of knownRegions().values()) assert.equal(timeZoneOf(code), timeZone);
  assert.equal(timeZoneOf('62.01.02.1003'), 'Asia/Jakarta');
  assert.equal(timeZoneOf('63.01.02.1003'), 'Asia/Makassar');
});

test('exactly the 38 provinces have a zone', () => {
  const codes = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, '0'));
  assert.deepEqual(
    codes.filter((code) => timeZoneOf(code) !== undefined),
    provinces().map(({ code }) => code),
  );
});

test('what does not start with a province has no zone', () => {
  for (const text of ['', '1', '111', '13x', 'x13', '13,71', ' 13', '20.01'])
    assert.equal(timeZoneOf(text), undefined, text);
});
