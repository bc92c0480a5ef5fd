import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleWords } from '../../scripts/bundle-widget.ts';
import type { SentenceParts } from './reword.ts';

test('the words to be translated stand in one module that needs no other, part by part, without what nobody says', async () => {
  const code = await bundleWords();
  const words = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as SentenceParts;
  assert.deepEqual(Object.keys(words), ['advice', 'dialog', 'draft', 'files', 'first', 'later', 'place']);
  assert.equal(words.first.frame.progress({ number: 2, total: 4 }), 'Langkah 2 dari 4');
  assert.equal(words.later.form.send.label, 'Kirim laporan');
  assert.equal(words.place.chosen({ region: 'Kota Padang' }), 'Wilayah yang dipilih: Kota Padang.');
  assert.equal(words.dialog.close, 'Tutup');
  assert.match(code, /^\s*(hint|\/\*\*|\w+): "/m, 'it is there for people to read');
  assert.doesNotMatch(code, /Ubah isian/, 'said by other pages');
});
