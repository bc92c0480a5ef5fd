import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { type OpenSet, openSet } from './open-set.ts';

const Light = z.enum(['red', 'green']);
const Lamp = z.object({ light: openSet(Light) });

test('a word known today is read, and so is one that is not', () => {
  for (const light of ['red', 'green', 'amber', ''])
    assert.deepEqual(Lamp.parse({ light }), { light }, JSON.stringify(light));
});

test('what is no word is refused', () => {
  for (const light of [undefined, null, 1, ['red'], {}])
    assert.ok(!Lamp.safeParse({ light }).success, JSON.stringify(light));
});

test('what is known today can be asked for', () => {
  assert.equal(openSet(Light).known, Light);
});

test('types: an editor offers the known words, and a known word is not taken for granted', () => {
  const word: OpenSet<'red' | 'green'> = Lamp.parse({ light: 'amber' }).light;
  // @ts-expect-error it may be none of the known ones
  const light: z.infer<typeof Light> = word;
  assert.equal(light, 'amber');
});
