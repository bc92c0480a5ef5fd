import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldWords } from './fold-words.ts';
import { queryReadings } from './query-readings.ts';
import { regionAbbreviations } from './region-abbreviations.ts';
import { searchRegions } from './search-regions.ts';

test('folding leaves plain words in lower case', () => {
  assert.equal(foldWords('  KAB.  Toli-Toli '), 'kab toli toli');
  assert.equal(foldWords('Ma’u Ra"as Hu\'u'), 'mau raas huu');
  assert.equal(foldWords('BÁNDÜNG İ'), 'bandung i');
  assert.equal(foldWords('Ban\u00ADdung\u200B'), 'bandung');
});

test('folded text is never longer than 100 characters and folding it again changes nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constantFrom('ﷺ'.repeat(90), 'ẞ'.repeat(200))),
      (text) => {
        const once = foldWords(text);
        assert.ok(once.length <= 100);
        assert.equal(foldWords(once), once);
      },
    ),
    { numRuns: 500 },
  );
});

test('a query is read as a name and, after a word for a kind, as that kind', () => {
  assert.deepEqual(queryReadings('Padang'), [{ text: 'padang' }]);
  assert.deepEqual(queryReadings('kota padang'), [{ text: 'kotapadang' }, { text: 'padang', kind: 'kota' }]);
  assert.deepEqual(queryReadings('kab'), [{ text: 'kab' }, { text: 'kabupaten' }]);
  assert.deepEqual(queryReadings('Kota Adm. Jakarta Utara').at(-1), { text: 'jakartautara', kind: 'kota' });
  assert.deepEqual(queryReadings(' . '), []);
});

test('words that every object has are no abbreviations', () => {
  assert.deepEqual(queryReadings('constructor'), [{ text: 'constructor' }]);
  assert.deepEqual(queryReadings('toString'), [{ text: 'tostring' }]);
});

test('every abbreviation is written as a search folds it', () => {
  for (const [short, long] of regionAbbreviations) {
    assert.equal(foldWords(short), short);
    assert.equal(foldWords(long), long);
  }
});

test('every abbreviation of a name leads first to a region of that name', () => {
  const words = ['kabupaten', 'kota', 'provinsi', 'kecamatan', 'kelurahan', 'desa', 'administrasi', 'kepulauan'];
  const places = [...regionAbbreviations].filter(([, long]) => !words.includes(long));
  assert.ok(places.length > 50);
  for (const [short, long] of places) {
    const name = foldWords(searchRegions(short, { limit: 1 })[0]?.name ?? '');
    assert.ok(name === long || name.endsWith(` ${long}`) || name.startsWith(`${long} `), `${short} → ${name}`);
  }
});
