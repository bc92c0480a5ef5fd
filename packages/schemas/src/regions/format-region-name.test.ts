import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeRegions } from './decode-regions.ts';
import { findRegion } from './find-region.ts';
import { formatRegionName } from './format-region-name.ts';
import { knownRegions } from './known-regions.ts';

const formatted = (code: string): [string, string] => {
  const region = findRegion(code) ?? assert.fail(`no region ${code}`);
  return [formatRegionName(region, 'full'), formatRegionName(region, 'short')];
};

test('Kabupaten and Kota of one name cannot be confused in either style', () => {
  assert.deepEqual(formatted('32.04'), ['Kabupaten Bandung', 'Kab. Bandung']);
  assert.deepEqual(formatted('32.73'), ['Kota Bandung', 'Kota Bandung']);
});

test('the units of Jakarta stay administrative when shortened', () => {
  assert.deepEqual(formatted('31.71'), ['Kota Administrasi Jakarta Pusat', 'Kota Adm. Jakarta Pusat']);
  assert.deepEqual(formatted('31.01'), ['Kabupaten Administrasi Kepulauan Seribu', 'Kab. Adm. Kepulauan Seribu']);
});

test('provinces with a title of their own keep it, the others are called a province', () => {
  assert.deepEqual(formatted('13'), ['Provinsi Sumatera Barat', 'Sumatera Barat']);
  assert.deepEqual(formatted('31'), ['Daerah Khusus Ibukota Jakarta', 'DKI Jakarta']);
  assert.deepEqual(formatted('34'), ['Daerah Istimewa Yogyakarta', 'DI Yogyakarta']);
});

test('districts and villages are shortened before the name only', () => {
  const regions = decodeRegions({
    '32.73': 'Kota Kecamatan',
    '95.01': 'Wamena',
    '32.73.01': '1001=Kelurahan Lama|2001=Kabupaten',
  });
  assert.deepEqual(
    regions.map((region) => formatRegionName(region, 'short')),
    ['Kec. Kota Kecamatan', 'Distrik Wamena', 'Kel. Kelurahan Lama', 'Desa Kabupaten'],
  );
});

test('no two provinces or regencies share a name in either style, and the full style is the default', () => {
  const regions = [...knownRegions().values()];
  assert.equal(new Set(regions.map((region) => formatRegionName(region))).size, regions.length);
  assert.equal(new Set(regions.map((region) => formatRegionName(region, 'short'))).size, regions.length);
});

test('a region of a level that only a newer gateway knows keeps its full name', () => {
  const region = { level: 'hamlet', fullName: 'Dusun Kauman' };
  for (const style of ['full', 'short'] as const) assert.equal(formatRegionName(region, style), 'Dusun Kauman');
});
