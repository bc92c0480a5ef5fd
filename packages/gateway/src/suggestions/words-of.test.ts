import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { wordForms } from './word-forms.ts';
import { wordsOf } from './words-of.ts';

const texts = (text: string) => wordsOf(text).map((word) => word.text);

test('words are letters and digits in small letters, whatever stands between them', () => {
  assert.deepEqual(texts('Jalan rusak!! (km. 12) RT 03/RW.04'), ['jalan', 'rusak', 'km', '12', 'rt', '03', 'rw', '04']);
  assert.deepEqual(texts(''), []);
  assert.deepEqual(texts('🚧 — … \u202e'), []);
});

test('an apostrophe within a name does not part it', () => {
  for (const written of ["Ra'as", 'Ra’as', 'Ra"as', 'Raas'])
    assert.deepEqual(texts(`pulau ${written}`), ['pulau', 'raas']);
});

test('a word written like a name is told from one in a headline or in capitals', () => {
  const namesIn = (text: string) =>
    wordsOf(text)
      .filter((word) => word.isNameLike)
      .map((word) => word.text);
  assert.deepEqual(namesIn('lampu di Jalan Belanti padam sejak kemarin'), ['jalan', 'belanti']);
  assert.deepEqual(namesIn('Jalan Rusak Parah Di Pasar'), []);
  assert.deepEqual(namesIn('JALAN RUSAK PARAH'), []);
});

test('endings and prepositions come off, and what is left is a word still', () => {
  assert.ok(wordForms('jalanan').includes('jalan'));
  assert.ok(wordForms('jalannya').includes('jalan'));
  assert.ok(wordForms('dijalan').includes('jalan'));
  assert.ok(wordForms('sampahnyalah').includes('sampah'));
  assert.ok(wordForms('disekolahku').includes('sekolah'));
  assert.deepEqual(
    wordForms('tangan').filter((form) => form.length < 4),
    [],
  );
});

test('prefixes that make another word stay', () => {
  for (const word of ['perjalanan', 'berjalan', 'menjalankan']) assert.ok(!wordForms(word).includes('jalan'), word);
});

test('any text has words, and each word is one of its own forms', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 200 })),
      (text) => {
        for (const word of wordsOf(text)) {
          assert.equal(word.text, word.text.toLowerCase());
          assert.equal(wordForms(word.text)[0], word.text);
        }
      },
    ),
    { numRuns: 300 },
  );
});
