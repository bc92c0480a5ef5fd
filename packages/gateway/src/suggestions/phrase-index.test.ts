import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPhraseIndex } from './phrase-index.ts';
import { wordsOf } from './words-of.ts';

const index = createPhraseIndex(
  [
    ['jalan', 'roads'],
    ['lampu jalan', 'transport'],
    ['jalan rusak', 'roads'],
    ['sampah', 'environment'],
    ['air bersih', 'water'],
    ['air', 'fisheries'],
  ].map(([words, subject]) => ({ words: words!.split(' '), subject: subject! })),
);

const found = (text: string) => index.find(wordsOf(text)).map(({ words, subject }) => `${words.join(' ')}: ${subject}`);

test('phrases are found at the borders of words, with their endings', () => {
  assert.deepEqual(found('Sampahnya menumpuk'), ['sampah: environment']);
  assert.deepEqual(found('Jalanan berlubang'), ['jalan: roads']);
  assert.deepEqual(found('lampu jalannya padam'), ['lampu jalan: transport']);
  assert.deepEqual(found('persampahan dan perjalanan'), []);
});

test('a phrase within a longer one does not count, but counts elsewhere in the text', () => {
  assert.deepEqual(found('lampu jalan mati'), ['lampu jalan: transport']);
  assert.deepEqual(found('lampu jalan mati dan jalan gelap'), ['lampu jalan: transport', 'jalan: roads']);
  assert.deepEqual(found('tidak ada air bersih'), ['air bersih: water']);
});

test('phrases that overlap with equal right both count', () => {
  assert.deepEqual(found('lampu jalan rusak'), ['lampu jalan: transport', 'jalan rusak: roads']);
});

test('the name of a street says nothing about the road', () => {
  assert.deepEqual(found('Rumah saya di Jalan Belanti kebanjiran'), []);
  assert.deepEqual(found('di jalan Sudirman ada sampah'), ['sampah: environment']);
});

test('scattered words of a phrase count where that is asked for, the longest phrase alone', () => {
  const scattered = (text: string) => index.findScattered(wordsOf(text)).map(({ words }) => words.join(' '));
  assert.deepEqual(scattered('Lampu penerangan jalan umum'), ['lampu jalan']);
  assert.deepEqual(scattered('Kependudukan'), []);
});

test('words of the language itself are words like any other', () => {
  const odd = createPhraseIndex([
    { words: ['constructor'], subject: 1 },
    { words: ['tostring', '__proto__'], subject: 2 },
    { words: [], subject: 3 },
  ]);
  assert.deepEqual(
    odd.find(wordsOf('constructor toString hasOwnProperty')).map(({ subject }) => subject),
    [1],
  );
});
