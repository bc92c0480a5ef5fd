import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ancestorsOf } from './ancestors-of.ts';
import { isWithin } from './is-within.ts';
import { knownRegions } from './known-regions.ts';
import { parentCode } from './parent-code.ts';

test('the parent is one segment shorter, and a province has none', () => {
  assert.equal(parentCode('13.71.01.1001'), '13.71.01');
  assert.equal(parentCode('13.71'), '13');
  assert.equal(parentCode('13'), undefined);
});

test('every known region lies within itself, its parent and no other province', () => {
  for (const { code, parentCode: parent } of knownRegions().values()) {
    assert.ok(isWithin(code, code));
    if (parent) assert.ok(isWithin(code, parent) && !isWithin(parent, code));
    assert.equal(
      [...knownRegions().values()].filter((other) => other.level === 'province' && isWithin(code, other.code)).length,
      1,
    );
  }
});

test('being within compares whole segments', () => {
  assert.ok(isWithin('13.71.01.1001', '13'));
  assert.ok(!isWithin('13.71', '13.7'));
  assert.ok(!isWithin('13', '13.71'));
  assert.ok(!isWithin('13.71', ''));
});

test('the ancestors are the known regions above, from the province down', () => {
  const codes = (code: string): string[] => ancestorsOf(code).map((region) => region.code);
  assert.deepEqual(codes('13.71.01.1001'), ['13', '13.71']);
  assert.deepEqual(codes('13.71.01'), ['13', '13.71']);
  assert.deepEqual(codes('13.71'), ['13']);
  assert.deepEqual(codes('13'), []);
  assert.deepEqual(codes('13.99.01'), ['13']);
  assert.deepEqual(codes('99.01'), []);
});

test('text that is no code has no ancestors, however long it is', () => {
  assert.deepEqual(ancestorsOf('13.71.'.repeat(200_000)), []);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => ancestorsOf(`x${text}`).length === 0));
});
