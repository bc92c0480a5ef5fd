import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRegionsWithin } from './load-regions-within.ts';
import { readData } from './read-data.test.support.ts';

test('a province brings its districts, a regency its villages', async () => {
  const districts = await loadRegionsWithin('13', readData);
  assert.ok(districts.some(({ code, fullName }) => code === '13.71.01' && fullName === 'Kecamatan Padang Selatan'));
  const villages = await loadRegionsWithin('13.71', readData);
  assert.ok(villages.some(({ fullName }) => fullName === 'Kelurahan Olo'));
});

test('a code that is not of a province or regency never reaches the loader', async () => {
  const load = (): Promise<unknown> => assert.fail('loaded');
  for (const code of ['', '99', '13.71.01', '../../secret', '13/../13', '__proto__']) {
    await assert.rejects(loadRegionsWithin(code, load), RangeError);
  }
});

test('a file that holds something else is refused, and names the path that was asked for', async () => {
  for (const file of [undefined, null, 'Olo', 7, { '13.71': ['Olo'] }, { error: { status: 404 } }]) {
    await assert.rejects(
      loadRegionsWithin('13', () => Promise.resolve(file)),
      (error) => error instanceof TypeError && error.message.includes('`districts/13.json`'),
    );
  }
});

test('an error of the loader passes through as it is', async () => {
  const offline = new Error('offline');
  await assert.rejects(
    loadRegionsWithin('13.71', () => Promise.reject(offline)),
    (error) => error === offline,
  );
});
