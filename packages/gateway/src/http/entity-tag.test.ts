import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entityTag, isUnchanged } from './entity-tag.ts';

test('the same bytes have the same tag, and others another', () => {
  assert.equal(entityTag('{"a":1}'), entityTag('{"a":1}'));
  assert.notEqual(entityTag('{"a":1}'), entityTag('{"a":2}'));
  assert.match(entityTag(''), /^"[\w-]+"$/);
});

test('If-None-Match is compared weakly, one by one, and * matches everything', () => {
  const tag = entityTag('x');
  for (const header of [tag, `W/${tag}`, `"other", ${tag}`, `"other",W/${tag}`, '*', ' * '])
    assert.ok(isUnchanged(header, tag), header);
  for (const header of [null, '', '"other"', tag.slice(1), `${tag}x`])
    assert.ok(!isUnchanged(header, tag), String(header));
});
