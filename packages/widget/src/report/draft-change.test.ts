import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasChangedEnough, saysEnough } from './draft-change.ts';

const draft = { title: 'Lampu padam', content: 'Lampu jalan padam di Jalan Melati' };

test('a few letters are not asked about, a sentence is', () => {
  assert.equal(saysEnough({ title: 'Lampu' }), false);
  assert.equal(saysEnough(draft), true);
});

test('spaces and a letter change nothing; a word, some letters or a choice do', () => {
  const change = (more: object) => hasChangedEnough(draft, { ...draft, ...more });
  assert.equal(change({ content: `${draft.content}  ` }), false);
  assert.equal(change({ content: `${draft.content}s` }), false);
  assert.equal(change({ content: `${draft.content} ke` }), true);
  assert.equal(change({ content: draft.content.slice(0, -5) }), true);
  assert.equal(change({ classification: 'complaint' }), true);
  assert.equal(change({ incident: { date: '2026-11-20' } }), true);
  assert.equal(hasChangedEnough(undefined, draft), true);
});
