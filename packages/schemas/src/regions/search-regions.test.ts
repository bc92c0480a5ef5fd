import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findRegion } from './find-region.ts';
import { foldWords } from './fold-words.ts';
import { formatRegionName } from './format-region-name.ts';
import { isWithin } from './is-within.ts';
import { knownRegions } from './known-regions.ts';
import { loadRegionsWithin } from './load-regions-within.ts';
import { readData } from './read-data.test.support.ts';
import { searchRegions } from './search-regions.ts';

const all = [...knownRegions().values()];
const names = (query: string, limit = 3): string[] =>
  searchRegions(query, { limit }).map((region) => formatRegionName(region, 'short'));

test('a name that is both a kabupaten and a kota brings both', () => {
  assert.deepEqual(names('bandung', 2), ['Kab. Bandung', 'Kota Bandung']);
});

test('the kind that was typed comes first, the namesake is still offered', () => {
  for (const query of [
    'kab bandung',
    'kab. bandung',
    'kab.bandung',
    'kabupaten bandung',
    'KABUPATEN  BANDUNG',
    'kabupatenbandung',
  ]) {
    assert.equal(names(query)[0], 'Kab. Bandung', query);
  }
  for (const query of ['kota bandung', 'Kotamadya Bandung', 'kodya bandung', 'kotabandung'])
    assert.equal(names(query)[0], 'Kota Bandung', query);
  assert.ok(names('kota bandung').includes('Kab. Bandung'));
  assert.ok(names('kab bandung').includes('Kota Bandung'));
});

test('a first word that only looks like a kind is found as part of the name', () => {
  assert.equal(names('kota baru')[0], 'Kab. Kotabaru');
  assert.equal(names('kota waringin barat')[0], 'Kab. Kotawaringin Barat');
  assert.equal(names('kota mobagu')[0], 'Kota Kotamobagu');
});

test('every province and regency is found first by its full name, in any case and spacing, and by its short name', () => {
  for (const region of all) {
    const { fullName } = region;
    const spellings = [
      fullName,
      fullName.toUpperCase(),
      fullName.replaceAll(' ', ''),
      `  ${fullName.replaceAll(' ', ' . ')} `,
    ];
    for (const query of [...spellings, formatRegionName(region, 'short')]) {
      assert.equal(searchRegions(query, { limit: 1 })[0]?.code, region.code, query);
    }
  }
});

test('every regency is found by each start of its bare name', () => {
  for (const region of all) {
    const name = foldWords(region.name);
    for (let length = 1; length <= name.length; length++) {
      assert.ok(searchRegions(name.slice(0, length), { limit: all.length }).includes(region), name.slice(0, length));
    }
  }
});

test('the start of a name comes before a later word, and that before any other part', () => {
  assert.deepEqual(names('pada', 2), ['Kota Padang', 'Kab. Padang Lawas']);
  const rank = (name: string): number => (name.startsWith('Bar') ? 1 : / Bar/.test(name) ? 2 : 3);
  const ranks = searchRegions('bar', { limit: 600 }).map(({ name }) => rank(name));
  assert.deepEqual(
    ranks,
    ranks.toSorted((a, b) => a - b),
  );
  assert.equal(new Set(ranks).size, 3);
});

test('slips are forgiven when nothing fits as typed', () => {
  assert.equal(names('padnag')[0], 'Kota Padang');
  assert.equal(names('bukitingi')[0], 'Kota Bukittinggi');
  assert.deepEqual(names('kota semrang', 2), ['Kota Semarang', 'Kota Serang']);
  assert.deepEqual(names('solokk', 2), ['Kab. Solok', 'Kota Solok']);
  assert.deepEqual(names('xyzxyz'), []);
});

test('titles and abbreviations lead to the province', () => {
  for (const query of ['jakarta', 'dki', 'DKI Jakarta', 'prov. dki jakarta'])
    assert.equal(names(query)[0], 'DKI Jakarta', query);
  for (const query of ['yogyakarta', 'jogja', 'D.I. Yogyakarta', 'DIY'])
    assert.equal(names(query)[0], 'DI Yogyakarta', query);
  assert.equal(names('sumbar')[0], 'Sumatera Barat');
  assert.equal(names('prov riau')[0], 'Riau');
});

test('a search can be kept to one region', () => {
  assert.deepEqual(
    searchRegions('a', { within: '76', limit: 50 }).every(({ code }) => isWithin(code, '76')),
    true,
  );
  assert.deepEqual(searchRegions('bandung', { within: '13' }), []);
  assert.deepEqual(searchRegions('padang', { within: '13', limit: 1 }), [findRegion('13.71')]);
});

test('loaded districts and villages can be searched, with words for their own kinds', async () => {
  const districts = await loadRegionsWithin('13', readData);
  assert.equal(searchRegions('kec. padang barat', { among: districts })[0]?.fullName, 'Kecamatan Padang Barat');
  const villages = await loadRegionsWithin('13.71', readData);
  assert.equal(searchRegions('kel olo', { among: villages })[0]?.fullName, 'Kelurahan Olo');
  const papua = await loadRegionsWithin('91', readData);
  assert.equal(searchRegions('distrik sentani', { among: papua })[0]?.fullName, 'Distrik Sentani');
});

test('the limit holds, whatever it is', () => {
  assert.equal(searchRegions('a').length, 10);
  assert.equal(searchRegions('a', { limit: 0 }).length, 0);
  assert.equal(searchRegions('a', { limit: -3 }).length, 0);
  assert.ok(searchRegions('a', { limit: Infinity }).length > 400);
});

test('nothing typed finds nothing', () => {
  for (const query of ['', '   ', '.,-', '\u200B\uFEFF', '🏠', "'"])
    assert.deepEqual(searchRegions(query), [], JSON.stringify(query));
});

test('any text brings real regions, each once, the same ones every time', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 50 }),
    fc
      .array(
        fc.constantFrom(
          'kab',
          'kota',
          'bandung',
          'administrasi',
          'sumbar',
          'constructor',
          '__proto__',
          '\uD800',
          'ﷺ',
          'é',
          ' ',
          "'",
        ),
        { maxLength: 12 },
      )
      .map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(hostile, (query) => {
      const found = searchRegions(query);
      assert.ok(found.length <= 10 && found.every((region) => findRegion(region.code) === region));
      assert.equal(new Set(found).size, found.length);
      assert.deepEqual(searchRegions(query), found);
    }),
    { numRuns: 400 },
  );
});

test('a megabyte of text is searched as its first 100 characters are', () => {
  for (const unit of ['bandung ', 'ﷺ', '\u0301', 'kota ', '\uD83D']) {
    const long = unit.repeat(1_000_000 / unit.length);
    assert.deepEqual(searchRegions(long), searchRegions(long.slice(0, 100)));
  }
});

test('who forbids it is offered no name that was not typed', () => {
  assert.deepEqual(
    searchRegions('bandnug', { forgiving: false }).map(({ code }) => code),
    [],
  );
  assert.equal(searchRegions('bandnug')[0]?.code, '32.04');
});
