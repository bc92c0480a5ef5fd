import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from './edit-distance.ts';

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });

test('one slip of each kind costs one', () => {
  assert.equal(editDistance('semarang', 'semarang', 2), 0);
  assert.equal(editDistance('semrang', 'semarang', 2), 1);
  assert.equal(editDistance('semaarang', 'semarang', 2), 1);
  assert.equal(editDistance('semoran', 'semarang', 2), 1);
  assert.equal(editDistance('esmarang', 'semarang', 2), 1);
});

test('what was not typed yet costs nothing', () => {
  assert.equal(editDistance('padang', 'padangpariaman', 1), 0);
  assert.equal(editDistance('', 'padang', 1), 0);
});

test('it agrees with a plain search over all starts of the name', () => {
  const plain = (a: string, b: string): number => {
    if (!a || !b) return a.length + b.length;
    const kept = plain(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1);
    const swapped = a.length > 1 && a[0] === b[1] && a[1] === b[0] ? plain(a.slice(2), b.slice(2)) + 1 : Infinity;
    return Math.min(kept, swapped, plain(a.slice(1), b) + 1, plain(a, b.slice(1)) + 1);
  };
  const limited = fc.record({
    typed: letters.map((text) => text.slice(0, 5)),
    name: letters.map((text) => text.slice(0, 5)),
    limit: fc.nat(3),
  });
  fc.assert(
    fc.property(limited, ({ typed, name, limit }) => {
      const starts = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length));
      assert.equal(
        editDistance(typed, name, limit),
        Math.min(limit + 1, ...starts.map((start) => plain(typed, start))),
      );
    }),
    { numRuns: 200 },
  );
});
