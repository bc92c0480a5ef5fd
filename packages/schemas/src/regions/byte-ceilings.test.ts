import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliSize, bundlesIn } from '../../../../scripts/bundle-size.mjs';

const { brotliSizeOf } = bundlesIn(new URL('../../', import.meta.url));

const sizeOf = (names: string): Promise<number> => brotliSizeOf(`export { ${names} } from '@lapor/schemas/regions';`);

const fileSizes = (folder: string): number[] => {
  const url = new URL(`../../data/${folder}/`, import.meta.url);
  return readdirSync(url)
    .filter((name) => name.endsWith('.json'))
    .map((name) => brotliSize(readFileSync(new URL(name, url))));
};

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

test('looking up provinces and regencies costs at most 3000 bytes', async () => {
  // All names alone are 2.4 kB in their smallest form; a page that asks for a region waits for this on a 2G network.
  const size = await sizeOf('provinces, regenciesOf, findRegion');
  assert.ok(size <= 3000, `${size} bytes`);
});

test('searching as well, districts and villages included, costs at most 5000 bytes', async () => {
  // Mostly the table of abbreviations. A form with native selects does without it.
  const size = await sizeOf('provinces, regenciesOf, findRegion, loadRegionsWithin, searchRegions, formatRegionName');
  assert.ok(size <= 5000, `${size} bytes`);
});

test('from a point to a regency costs at most 1600 bytes of code', async () => {
  // Loaded beside a boundary file of several kilobytes, and only after somebody offered their position.
  const size = await sizeOf('locateRegency');
  assert.ok(size <= 1600, `${size} bytes`);
});

test('the zone of a region costs next to nothing, since clocks need it without any name', async () => {
  const size = await sizeOf('timeZoneOf');
  assert.ok(size <= 200, `${size} bytes`);
});

test('the districts of a province are 1000 bytes on average and 3000 at most', () => {
  const sizes = fileSizes('districts');
  assert.ok(average(sizes) <= 1000, `${average(sizes)} bytes`);
  assert.ok(Math.max(...sizes) <= 3000, `${Math.max(...sizes)} bytes`);
});

test('the villages of a regency are 900 bytes on average and 4000 at most', () => {
  const sizes = fileSizes('villages');
  assert.ok(average(sizes) <= 900, `${average(sizes)} bytes`);
  assert.ok(Math.max(...sizes) <= 4000, `${Math.max(...sizes)} bytes`);
});

test('the boundaries of a province are 6500 bytes on average and 14000 at most', () => {
  const sizes = fileSizes('boundaries');
  assert.ok(average(sizes) <= 6500, `${average(sizes)} bytes`);
  assert.ok(Math.max(...sizes) <= 14000, `${Math.max(...sizes)} bytes`);
});

test('a name that is not exported, or a file that is not there, is an error and no small bundle', async () => {
  await assert.rejects(sizeOf('noSuchName'), /noSuchName/);
  await assert.rejects(brotliSizeOf("export { a } from './src/regions/no-such-file.ts';"), /no-such-file/);
  await assert.rejects(brotliSizeOf("export { a } from 'no-such-package';"), /no-such-package/);
});
