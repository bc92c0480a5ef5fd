import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedPlace } from './named-place.ts';
import { wordsOf } from './words-of.ts';

const codeOf = async (text: string, within: string) => (await namedPlace(wordsOf(text), within))?.code;

test('a district or village is known by the word before its name', async () => {
  assert.equal(await codeOf('Jembatan di Kecamatan Koto Tangah putus', '13.71'), '13.71.11');
  assert.equal(await codeOf('jembatan, kec. koto tangah', '13.71'), '13.71.11');
  assert.equal(await codeOf('warga kelurahan Lubuk Buaya', '13.71'), '13.71.11.1009');
});

test('a name of several words is known after a preposition, one of a single word is not', async () => {
  assert.equal(await codeOf('banjir di Koto Tangah', '13.71'), '13.71.11');
  assert.equal(await codeOf('saya pergi ke pauh', '13.71'), undefined);
  assert.equal(await codeOf('saya pergi ke kecamatan pauh', '13.71'), '13.71.08');
});

test('a regency is known within its province, the longest name first', async () => {
  assert.equal(await codeOf('jalan di Padang Panjang rusak', '13'), '13.74');
  assert.equal(await codeOf('jalan di Padang rusak', '13'), '13.71');
});

test('a village told with its district is one place; two places apart are none', async () => {
  assert.equal(await codeOf('Kelurahan Lubuk Buaya, Kecamatan Koto Tangah', '13.71'), '13.71.11.1009');
  assert.equal(await codeOf('Kecamatan Pauh dan Kecamatan Koto Tangah', '13.71'), undefined);
});

test('nothing outside the region is found, and nothing in a region that does not exist', async () => {
  assert.equal(await codeOf('di Kecamatan Kalianget', '13.71'), undefined);
  assert.equal(await codeOf('di Kecamatan Koto Tangah', '13.71.01'), undefined);
  assert.equal(await codeOf('di Kecamatan Koto Tangah', '99.99'), undefined);
  assert.equal(await codeOf('', '13'), undefined);
});
