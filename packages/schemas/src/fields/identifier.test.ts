import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Identifier } from './identifier.ts';

test('an identifier fits into a path without escaping and never climbs out of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aZ9._-/ %~é'), maxLength: 70 }), (text) => {
      fc.pre(Identifier.safeParse(text).success);
      assert.equal(encodeURIComponent(text), text);
      assert.equal(new URL(`/v1/sites/${text}`, 'https://gateway.example').pathname, `/v1/sites/${text}`);
    }),
  );
});

test('an identifier has 1 to 64 characters and begins with a letter or a digit', () => {
  for (const id of ['a', '0', 'x'.repeat(64), 'dinas.pupr_sumbar-1']) assert.ok(Identifier.safeParse(id).success, id);
  for (const id of ['', 'x'.repeat(65), '.', '..', '-x', '_x', '__proto__', 'a b', 'a/b', 'a\n', 'é', 7])
    assert.ok(!Identifier.safeParse(id).success, String(id));
});
