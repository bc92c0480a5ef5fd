import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RegionCode } from './region-code.ts';

test('a region code names a province, a regency, a district or a village, with dots', () => {
  for (const code of ['13', '13.71', '13.71.03', '13.71.03.1005']) assert.ok(RegionCode.safeParse(code).success, code);
});

test('codes without dots, of BPS, or cut in the middle are refused', () => {
  for (const code of [
    '',
    '1',
    '1371',
    '13.7',
    '13.',
    '13.71.',
    '13.71.03.100',
    '13.71.03.10051',
    '13.71.03.1005.1',
    '13-71',
    '１３',
    13,
  ]) {
    assert.ok(!RegionCode.safeParse(code).success, String(code));
  }
});
