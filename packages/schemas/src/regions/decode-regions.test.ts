import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAreaData } from '../../scripts/read-area-data.ts';
import { Region } from '../region.ts';
import { decodeRegions, type RegionFile } from './decode-regions.ts';

const source = readAreaData();

const decodeFile = (path: string): readonly Readonly<Region>[] =>
  decodeRegions(JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as RegionFile);

test('the files of districts hold every code and name of the source, in its order', () => {
  const districts = source.provinces.flatMap(({ code }) => decodeFile(`districts/${code}.json`));
  assert.equal(districts.length, 7285);
  assert.deepEqual(
    districts.map(({ code, name }) => ({ code, name })),
    source.districts,
  );
  assert.ok(
    districts.every(
      ({ level, kind, code, parentCode }) => level === 'district' && !kind && code.startsWith(`${parentCode}.`),
    ),
  );
});

test('the files of villages hold every code and name of the source, in its order', () => {
  const villages = source.regencies.flatMap(({ code }) => decodeFile(`villages/${code}.json`));
  assert.equal(villages.length, 83762);
  assert.deepEqual(
    villages.map(({ code, name }) => ({ code, name })),
    source.villages,
  );
  assert.equal(villages.filter(({ kind }) => kind === 'kelurahan').length, 8496);
  assert.equal(villages.filter(({ kind }) => kind === 'desa').length, 75252 + 14);
  assert.ok(villages.every(({ level, code, parentCode }) => level === 'village' && code.startsWith(`${parentCode}.`)));
});

test('a number is written only where it does not follow from the one before', () => {
  const decoded = decodeRegions({
    '13.71': 'Olo|Purus|11=2 x 11 Lubuk|Kuranji',
    '13.71.01': '1001=Olo|1003=Purus|2001=Kuranji',
  });
  assert.deepEqual(
    decoded.map(({ code, name }) => `${code} ${name}`),
    [
      '13.71.01 Olo',
      '13.71.02 Purus',
      '13.71.11 2 x 11 Lubuk',
      '13.71.12 Kuranji',
      '13.71.01.1001 Olo',
      '13.71.01.1003 Purus',
      '13.71.01.2001 Kuranji',
    ],
  );
});

test('districts and villages are named for what they are', () => {
  const named = decodeRegions({
    '13.71': 'Padang Barat',
    '91.03': 'Sentani',
    '13.71.01': '1001=Olo|2001=Baru',
    '91.03.01': '3007=Desa Adat Yoboi',
    '33.22.08': '2003=Kelurahan',
  });
  assert.deepEqual(
    named.map(({ fullName }) => fullName),
    ['Kecamatan Padang Barat', 'Distrik Sentani', 'Kelurahan Olo', 'Desa Baru', 'Desa Adat Yoboi', 'Desa Kelurahan'],
  );
});

test('a decoded region is fit for the wire', () => {
  const [village] = decodeRegions({ '76.02.01': '1001=Binanga' });
  assert.deepEqual(Region.parse(village), village);
  assert.equal(village?.timeZone, 'Asia/Makassar');
});
