import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MaskedPassages } from './masked-passages.ts';

const text = 'Hubungi 0812 3456 7890 atau upik@contoh.example.';

test('two passages that were hidden, the later first, come back each to its own place', () => {
  const masked = new MaskedPassages('[*]');
  let content = masked.mask('content', text, { start: 28, end: 47 });
  content = masked.mask('content', content, { start: 8, end: 22 });
  assert.equal(content, 'Hubungi [*] atau [*].');
  content = `Tolong! ${content}`;
  const [phone, email] = masked.in('content', { content });
  assert.deepEqual([phone?.words, email?.words], ['0812 3456 7890', 'upik@contoh.example']);
  content = masked.unmask('content', content, phone!);
  assert.equal(content, 'Tolong! Hubungi 0812 3456 7890 atau [*].');
  assert.equal(masked.unmask('content', content, masked.in('content', { content })[0]!), `Tolong! ${text}`);
});

test('once somebody has removed a mark, nothing is put back at a guess', () => {
  const masked = new MaskedPassages('[*]');
  masked.mask('content', text, { start: 8, end: 22 });
  assert.deepEqual(masked.in('content', { content: 'Hubungi saya.' }), []);
});
