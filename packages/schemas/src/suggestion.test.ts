import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SuggestionRequest } from './suggestion.ts';

test('a draft may be as unfinished as it likes', () => {
  for (const draft of [{}, { title: '' }, { content: 'L' }, { incident: {} }, { attachmentCount: 0 }])
    assert.deepEqual(SuggestionRequest.parse(draft), draft);
});

test('positions in a draft stay true, whatever is replaced in it', () => {
  const content = '  Hubungi\r\nsaya di\u0000 0812';
  assert.equal(SuggestionRequest.parse({ content }).content?.indexOf('0812'), content.indexOf('0812'));
});

test('a draft never says who is writing', () => {
  assert.ok(!SuggestionRequest.safeParse({ reporter: { name: 'Rahmi' } }).success);
});
