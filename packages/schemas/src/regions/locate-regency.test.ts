import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Boundaries } from './boundaries.ts';
import { interiorPoint, regencyAreas } from './boundary-rings.test.support.ts';
import { loadBoundaries } from './load-boundaries.ts';
import { locateRegency } from './locate-regency.ts';
import { provinceCandidates } from './province-candidates.ts';
import { provinces } from './provinces.ts';
import { readData } from './read-data.test.support.ts';
import { regencyAt } from './regency-at.ts';

const files = new Map(
  await Promise.all(provinces().map(async ({ code }) => [code, await loadBoundaries(code, readData)] as const)),
);

/** Serves the files from memory and notes what was asked for. */
const recorder = (): { load: (path: string) => Promise<unknown>; paths: string[] } => {
  const paths: string[] = [];
  return { paths, load: (path) => Promise.resolve(files.get((paths.push(path), path.slice(-7, -5)))) };
};

test('without being told the province, a point inside each regency is found there', async () => {
  let loaded = 0;
  for (const file of files.values()) {
    for (const area of regencyAreas(file)) {
      const { load, paths } = recorder();
      assert.equal((await locateRegency(interiorPoint(area), load))?.code, area.code);
      loaded += paths.length;
    }
  }
  // A citizen on a slow network waits for each file: the right one must nearly always be the first.
  assert.ok(loaded / 514 < 1.5, `${loaded / 514} files for a point`);
});

test('at sea it is the nearest regency of all provinces, whichever files were loaded first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 9400, max: 14200 }),
      fc.integer({ min: -1200, max: 700 }),
      async (east, north) => {
        const point = { latitude: north / 100, longitude: east / 100 };
        const guesses = [...files.values()].flatMap((file) => regencyAt(point, file) ?? []);
        const least = Math.min(...guesses.map(({ distanceKm }) => distanceKm));
        const guess = await locateRegency(point, recorder().load);
        assert.equal(guess?.distanceKm ?? Infinity, least);
        assert.equal(
          guess?.how === 'inside',
          guesses.some(({ how }) => how === 'inside'),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test('for a point far from Indonesia or off the globe nothing is loaded', async () => {
  const load = (): Promise<unknown> => assert.fail('loaded');
  for (const [latitude, longitude] of [
    [52.5, 13.4],
    [-33.9, 151.2],
    [0, 0],
    [NaN, 100],
    [100, 0],
    [-1, Infinity],
  ] as const) {
    assert.equal(await locateRegency({ latitude, longitude }, load), undefined);
    assert.deepEqual(provinceCandidates({ latitude, longitude }), []);
  }
});

test('the province around a point is a candidate, the one with the tightest box first', () => {
  assert.equal(provinceCandidates({ latitude: -6.1754, longitude: 106.8272 })[0], '31');
  assert.equal(provinceCandidates({ latitude: -7.8, longitude: 110.36 })[0], '34');
  assert.deepEqual(provinceCandidates({ latitude: -8.54, longitude: 115.12 })[0], '51');
});

test('a code that is not of a province never reaches the loader', async () => {
  for (const code of ['', '99', '13.71', '../13', 'constructor'])
    await assert.rejects(
      loadBoundaries(code, () => assert.fail('loaded')),
      RangeError,
    );
});

test('a file that holds something else is refused, and names the path that was asked for', async () => {
  for (const file of [undefined, null, 'sea', [], {}, { arcs: [] }, { type: 'FeatureCollection', features: [] }]) {
    await assert.rejects(
      loadBoundaries('13', () => Promise.resolve(file)),
      (error) => error instanceof TypeError && error.message.includes('`boundaries/13.json`'),
    );
  }
});

test('a loaded file comes back as it is', async () => {
  const file = files.get('13') as Boundaries;
  assert.equal(await loadBoundaries('13', () => Promise.resolve(file)), file);
});
