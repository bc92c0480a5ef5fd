import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suppress } from './suppress.ts';
import { countOf, isTellable, sumOf, type Tally } from './tally.ts';

const tally = (count: number, confidential = 0): Tally => ({ public: count, confidential });
const rowsOf = (counts: Record<string, Tally>, least = 5) =>
  suppress(new Map(Object.entries(counts)), least).map(({ key, count }) => [key, count]);

/** Reports by key: often few, sometimes many, some of them confidential. */
const tallies = fc
  .dictionary(
    fc.constantFrom(...'abcdefgh'),
    fc.record({
      public: fc.oneof(fc.nat(6), fc.nat(40)),
      confidential: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.nat(7)),
    }),
    { noNullPrototype: true },
  )
  .map((counts) => new Map(Object.entries(counts).filter(([, each]) => countOf(each) > 0)));

test('where nothing is small, everything is told', () => {
  assert.deepEqual(rowsOf({ a: tally(5), b: tally(17), c: tally(6) }), [
    ['a', 5],
    ['b', 17],
    ['c', 6],
  ]);
  assert.deepEqual(rowsOf({}), []);
});

test('a small figure takes the smallest other one with it, so that subtraction finds neither', () => {
  assert.deepEqual(rowsOf({ a: tally(3), b: tally(17), c: tally(6) }), [
    ['a', null],
    ['b', 17],
    ['c', null],
  ]);
});

test('small figures that hide each other take nobody with them', () => {
  assert.deepEqual(rowsOf({ a: tally(3), b: tally(17), c: tally(4) }), [
    ['a', null],
    ['b', 17],
    ['c', null],
  ]);
});

test('four small figures of one report each need company still: together they are four', () => {
  assert.deepEqual(rowsOf({ a: tally(1), b: tally(1), c: tally(1), d: tally(1), e: tally(9), f: tally(20) }), [
    ['a', null],
    ['b', null],
    ['c', null],
    ['d', null],
    ['e', null],
    ['f', 20],
  ]);
});

test('where too little is there to hide anything in, no row is named', () => {
  assert.deepEqual(rowsOf({ a: tally(3) }), []);
  assert.deepEqual(rowsOf({ a: tally(2), b: tally(1) }), []);
});

test('confidential reports count in company, and are hidden without', () => {
  assert.deepEqual(rowsOf({ a: tally(6, 2), b: tally(17) }), [
    ['a', 8],
    ['b', 17],
  ]);
  assert.deepEqual(rowsOf({ a: tally(4, 3), b: tally(17), c: tally(20) }), [
    ['a', null],
    ['b', null],
    ['c', 20],
  ]);
});

test('a row of confidential reports alone is not even named, and its size cannot be had by subtraction', () => {
  assert.deepEqual(rowsOf({ a: tally(0, 9), b: tally(17), c: tally(20), d: tally(30) }), [
    ['b', null],
    ['c', null],
    ['d', 30],
  ]);
});

test('without a least figure only confidential reports are kept from standing alone', () => {
  assert.deepEqual(rowsOf({ a: tally(1), b: tally(2, 1) }, 0), [
    ['a', 1],
    ['b', 3],
  ]);
});

test('whatever is counted, what is hidden could be 1 and could be as large as what is told', () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 0, max: 8 }), (counts, least) => {
      const rows = suppress(counts, least);
      const total = countOf(sumOf(counts.values()));
      const hidden = rows.filter(({ count }) => count === null).length;
      const rest = total - rows.reduce((sum, { count }) => sum + (count ?? 0), 0);
      if (rows.length === 0) return;
      if (hidden === 0) assert.equal(rest, 0);
      // Even who knows how many are in rows that are not named learns no more.
      const unnamed = countOf(sumOf([...counts.values()].filter((each) => each.public === 0)));
      for (const shared of [rest, rest - unnamed]) {
        if (hidden === 0) continue;
        assert.ok(hidden >= 2);
        assert.ok(shared - (hidden - 1) >= Math.max(1, least), JSON.stringify([...counts]));
      }
    }),
    { numRuns: 2000 },
  );
});

test('whatever is counted, what is told is true, not small, and never of confidential reports without company', () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 0, max: 8 }), (counts, least) => {
      for (const { key, count } of suppress(counts, least)) {
        const each = counts.get(key)!;
        assert.ok(each.public > 0);
        if (count === null) continue;
        assert.equal(count, countOf(each));
        assert.ok(isTellable(each, least));
      }
    }),
    { numRuns: 1000 },
  );
});

test('whatever is counted, nothing large is hidden without need', () => {
  fc.assert(
    fc.property(tallies, fc.integer({ min: 1, max: 8 }), (counts, least) => {
      const rows = suppress(counts, least);
      const large = rows.filter(({ key, count }) => count === null && isTellable(counts.get(key)!, least));
      const areSmall = [...counts.values()].some((each) => !isTellable(each, least));
      assert.ok(areSmall || large.length === 0);
      assert.ok(large.length <= 2);
    }),
    { numRuns: 1000 },
  );
});
