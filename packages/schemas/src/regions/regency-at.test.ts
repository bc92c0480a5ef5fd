import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Boundaries } from './boundaries.ts';
import { holds, interiorPoint, regencyAreas } from './boundary-rings.test.support.ts';
import type { Point } from './point.ts';
import { provinces } from './provinces.ts';
import { regenciesOf } from './regencies-of.ts';
import { regencyAt } from './regency-at.ts';

const boundaries = new Map(
  provinces().map(({ code }) => [
    code,
    JSON.parse(readFileSync(new URL(`../../data/boundaries/${code}.json`, import.meta.url), 'utf8')) as Boundaries,
  ]),
);
const of = (province: string): Boundaries => boundaries.get(province) ?? assert.fail(province);

test('each boundary file holds exactly the regencies of its province', () => {
  for (const [province, file] of boundaries) {
    assert.deepEqual(
      regencyAreas(file)
        .map(({ code }) => code)
        .toSorted(),
      regenciesOf(province).map(({ code }) => code),
    );
  }
});

test('a point inside each of the 514 regencies is found there', () => {
  let found = 0;
  for (const [, file] of boundaries) {
    for (const area of regencyAreas(file)) {
      assert.deepEqual(regencyAt(interiorPoint(area), file), { code: area.code, how: 'inside', distanceKm: 0 });
      found += 1;
    }
  }
  assert.equal(found, 514);
});

const cities: [name: string, latitude: number, longitude: number, code: string][] = [
  ['Banda Aceh', 5.548, 95.324, '11.71'],
  ['Medan', 3.589, 98.674, '12.71'],
  ['Padang', -0.95, 100.36, '13.71'],
  ['Bukittinggi, an enclave of Agam', -0.305, 100.369, '13.75'],
  ['Lubuk Basung in Agam', -0.33, 100.03, '13.06'],
  ['Monas in Jakarta Pusat', -6.1754, 106.8272, '31.71'],
  ['Gedung Sate in Kota Bandung', -6.9025, 107.6188, '32.73'],
  ['Soreang in Kabupaten Bandung', -7.025, 107.52, '32.04'],
  ['Kraton Yogyakarta', -7.8053, 110.3642, '34.71'],
  ['Blitar, an enclave of its kabupaten', -8.0955, 112.161, '35.72'],
  ['Sumenep', -7.01, 113.86, '35.29'],
  ['Tabanan', -8.54, 115.12, '51.02'],
  ['Kupang', -10.178, 123.607, '53.71'],
  ['Pangkalan Bun in Kotawaringin Barat', -2.68, 111.62, '62.01'],
  ['Samarinda', -0.502, 117.153, '64.72'],
  ['Mamuju', -2.68, 118.89, '76.02'],
  ['Makassar', -5.147, 119.432, '73.71'],
  ['Ambon', -3.695, 128.183, '81.71'],
  ['Jayapura', -2.541, 140.705, '91.71'],
  ['Merauke', -8.493, 140.401, '93.01'],
];

test('well-known places lie where they are known to lie', () => {
  for (const [name, latitude, longitude, code] of cities) {
    const guess = regencyAt({ latitude, longitude }, of(code.slice(0, 2)));
    assert.equal(guess?.code, code, `${name}: ${JSON.stringify(guess)}`);
  }
});

/** Evenly from 0 to 1: fast-check's own doubles crowd around zero. */
const share = fc.integer({ min: 0, max: 1_000_000 }).map((millionths) => millionths / 1_000_000);

test('anywhere in a province the answer agrees with rings and winding, holes and islands included', () => {
  for (const province of ['13', '31', '33', '73', '95']) {
    const areas = regencyAreas(of(province));
    const points = areas.flatMap(({ polygons }) => polygons.flat(2));
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const between = (numbers: number[]): fc.Arbitrary<number> =>
      share.map((part) => Math.min(...numbers) + part * (Math.max(...numbers) - Math.min(...numbers)));
    fc.assert(
      fc.property(between(xs), between(ys), (longitude, latitude) => {
        const guess = regencyAt({ latitude, longitude }, of(province));
        const holders = areas.filter((area) => holds(area, longitude, latitude)).map(({ code }) => code);
        assert.deepEqual(guess?.how === 'inside' ? [guess.code] : [], holders);
      }),
      { numRuns: 100 },
    );
  }
});

/** Great-circle distance, as a check on the flat one. */
const haversineKm = (a: Point, b: Point): number => {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const h =
    Math.sin(radians(b.latitude - a.latitude) / 2) ** 2 +
    Math.cos(radians(a.latitude)) *
      Math.cos(radians(b.latitude)) *
      Math.sin(radians(b.longitude - a.longitude) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
};

const smallest = (numbers: readonly number[]): number =>
  numbers.reduce((least, number) => Math.min(least, number), Infinity);

test('outside, the nearest regency and its distance agree with the globe to three in a thousand', () => {
  for (const province of ['53', '76']) {
    const edges = regencyAreas(of(province)).flatMap(({ code, polygons }) =>
      polygons.flat().flatMap((ring) => ring.slice(1).map((end, index) => ({ code, start: ring[index] ?? end, end }))),
    );
    const sampled = edges.flatMap(({ code, start, end }) => {
      const steps = Math.ceil(Math.hypot(end[0] - start[0], end[1] - start[1]) / 0.002);
      return Array.from({ length: steps + 1 }, (_, step) => ({
        code,
        latitude: start[1] + ((end[1] - start[1]) * step) / Math.max(1, steps),
        longitude: start[0] + ((end[0] - start[0]) * step) / Math.max(1, steps),
      }));
    });
    const anchor = fc.constantFrom(...sampled);
    const offset = share.map((part) => (part - 0.5) * 0.9);
    fc.assert(
      fc.property(anchor, offset, offset, ({ latitude, longitude }, north, east) => {
        const point = { latitude: latitude + north, longitude: longitude + east };
        const guess = regencyAt(point, of(province));
        if (guess?.how === 'inside') return;
        const distances = sampled.map((place) => haversineKm(point, place));
        const least = smallest(distances);
        if (!guess) return assert.ok(least > 55);
        assert.ok(Math.abs(guess.distanceKm - least) < 0.003 * least + 0.12, `${guess.distanceKm} against ${least}`);
        const ofGuess = smallest(distances.filter((_, index) => sampled[index]?.code === guess.code));
        assert.ok(ofGuess < 1.003 * least + 0.12);
      }),
      { numRuns: 40 },
    );
  }
});

test('off the coast the nearest regency is told, far off it none', () => {
  const offPadang = regencyAt({ latitude: -0.95, longitude: 100.2 }, of('13'));
  assert.equal(offPadang?.code, '13.71');
  assert.equal(offPadang?.how, 'nearest');
  assert.ok(offPadang.distanceKm > 5 && offPadang.distanceKm < 30);
  assert.equal(regencyAt({ latitude: -5, longitude: 95 }, of('13')), undefined);
  assert.equal(regencyAt({ latitude: -6.2, longitude: 106.8 }, of('13')), undefined);
});

test('a point that is no place on the globe has no regency and never throws', () => {
  const numbers = [NaN, Infinity, -Infinity, 91, -91, 181, -181, 1e308];
  for (const bad of numbers) {
    assert.equal(regencyAt({ latitude: bad, longitude: 100 }, of('13')), undefined);
    if (Math.abs(bad) > 180 || Number.isNaN(bad))
      assert.equal(regencyAt({ latitude: -1, longitude: bad }, of('13')), undefined);
  }
  const untyped = [
    undefined,
    null,
    {},
    [],
    '13',
    { latitude: '-0.95', longitude: '100.35' },
    { latitude: -0.95 },
  ] as unknown as Point[];
  for (const bad of untyped) assert.equal(regencyAt(bad, of('13')), undefined);
});

test('any two numbers get an answer', () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), (latitude, longitude) => {
      const guess = regencyAt({ latitude, longitude }, of('51'));
      assert.ok(guess === undefined || (guess.code.startsWith('51.') && guess.distanceKm <= 55.6));
    }),
  );
});
