import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatBytes, formatDay, formatMoment, formatNumber, formatWait, listOfAll, listOfEither } from './formats.ts';

describe('Indonesian', () => {
  it('writes numbers, sizes and lists as people there do', () => {
    assert.equal(formatNumber(10_000, 'id'), '10.000');
    assert.equal(formatBytes(2 * 1024 * 1024, 'id'), '2 MB');
    assert.equal(formatBytes(1.5 * 1024 * 1024, 'id'), '1,5 MB');
    assert.equal(formatBytes(300 * 1024, 'id'), '300 kB');
    assert.equal(listOfAll(['JPG', 'PNG', 'PDF'], 'id'), 'JPG, PNG, dan PDF');
    assert.equal(listOfEither(['JPG', 'PNG'], 'id'), 'JPG atau PNG');
  });

  it('names the weekday of a calendar date, whatever the zone of the machine', () => {
    assert.equal(formatDay('2026-11-26', 'id'), 'Kamis, 26 November 2026');
    assert.equal(formatDay('2026-01-01', 'id'), 'Kamis, 1 Januari 2026');
  });

  it('shows a moment by the clocks of the region, with the name that its zone has there', () => {
    assert.equal(formatMoment('2026-11-22T17:30:00Z', 'Asia/Jakarta', 'id'), '23 November 2026 pukul 00.30 WIB');
    assert.equal(formatMoment('2026-11-22T17:30:00Z', 'Asia/Makassar', 'id'), '23 November 2026 pukul 01.30 WITA');
    assert.match(formatMoment('2026-11-22T17:30:00Z', 'Asia/Jayapura', 'en-GB'), /^23 November 2026.*02:30 WIT$/);
  });

  it('never makes a wait shorter than it is', () => {
    assert.equal(formatWait(1, 'id'), '1 detik');
    assert.equal(formatWait(91, 'id'), '2 menit');
    assert.equal(formatWait(5400, 'id'), '2 jam');
  });
});

it('what is no date comes back as it is, not as an English sentence', () => {
  assert.equal(formatDay('besok', 'id'), 'besok');
  assert.equal(formatMoment('besok', 'Asia/Jakarta', 'id'), 'besok');
});
