import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAreaData } from '../../scripts/read-area-data.ts';
import { Region } from '../region.ts';
import { findRegion } from './find-region.ts';
import { knownRegions } from './known-regions.ts';
import { provinces } from './provinces.ts';
import { regenciesOf } from './regencies-of.ts';

const source = readAreaData();

test('every province comes back with the code and name of the source, in its order', () => {
  assert.deepEqual(
    provinces().map(({ code, name }) => ({ code, name })),
    source.provinces,
  );
  assert.equal(provinces().length, 38);
});

test('every regency comes back with the code and full name of the source, in its order', () => {
  const regencies = provinces().flatMap(({ code }) => regenciesOf(code));
  assert.deepEqual(
    regencies.map(({ code, fullName }) => ({ code, name: fullName })),
    source.regencies,
  );
  assert.equal(regencies.length, 514);
});

test('the known regions are the provinces and regencies and nothing else, each fit for the wire', () => {
  assert.equal(knownRegions().size, 38 + 514);
  for (const [code, region] of knownRegions()) {
    assert.equal(region.code, code);
    assert.deepEqual(Region.parse(region), region);
  }
});

test('416 regencies are a kabupaten, 98 a kota, and 26 names belong to both', () => {
  const regencies = [...knownRegions().values()].filter(({ level }) => level === 'regency');
  const names = (kind: string): string[] => regencies.filter((region) => region.kind === kind).map(({ name }) => name);
  assert.equal(names('kabupaten').length, 416);
  assert.equal(names('kota').length, 98);
  assert.equal(names('kota').filter((name) => names('kabupaten').includes(name)).length, 26);
});

test('a regency is told whole: bare name, full name, kind, parent and zone', () => {
  assert.deepEqual(findRegion('32.04'), {
    code: '32.04',
    level: 'regency',
    kind: 'kabupaten',
    name: 'Bandung',
    fullName: 'Kabupaten Bandung',
    parentCode: '32',
    timeZone: 'Asia/Jakarta',
  });
  assert.equal(findRegion('32.73')?.fullName, 'Kota Bandung');
  assert.equal(findRegion('73.10')?.name, 'Pangkajene dan Kepulauan');
  assert.equal(findRegion('72.04')?.name, 'Toli-Toli');
});

test('the units of Jakarta are administrative, their bare names are not', () => {
  assert.equal(findRegion('31.71')?.fullName, 'Kota Administrasi Jakarta Pusat');
  assert.equal(findRegion('31.71')?.name, 'Jakarta Pusat');
  assert.equal(findRegion('31.01')?.fullName, 'Kabupaten Administrasi Kepulauan Seribu');
});

test('what is no known province or regency is not found', () => {
  for (const code of ['', '1', '99', '13.99', '13.71.01', '13.71.01.1001', '__proto__', '13.', ' 13']) {
    assert.equal(findRegion(code), undefined, code);
    if (code !== '13') assert.deepEqual(regenciesOf(code), []);
  }
});

test('a caller cannot change a region for the others', () => {
  const padang = findRegion('13.71') as { name: string };
  assert.throws(() => {
    padang.name = 'Medan';
  }, TypeError);
  assert.equal(findRegion('13.71')?.name, 'Padang');
});
