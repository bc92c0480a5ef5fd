import assert from 'node:assert/strict';
import { test } from 'node:test';
import { likenessOf, tellingWords } from './telling-words.ts';

test('words that every report has tell nothing', () => {
  assert.deepEqual(tellingWords('Mohon segera diperbaiki, karena sudah tiga hari lampu di jalan kami padam'), [
    'diperbaiki',
    'lampu',
    'jalan',
    'padam',
  ]);
  assert.deepEqual(tellingWords('di ke dan yang 12 2026'), []);
});

test('each word counts once, and a long text by its beginning', () => {
  assert.deepEqual(tellingWords('lampu lampu LAMPU'), ['lampu']);
  const many = Array.from({ length: 500 }, (_, index) => `kata${'abcdefghij'[index % 10]}${index}`).join(' ');
  assert.equal(tellingWords(many).length, 60);
});

test('two texts are alike by the share of the shorter one’s words, whatever their endings', () => {
  const long = tellingWords('Lampu jalannya padam sejak kemarin di depan pasar, gelap sekali');
  assert.deepEqual(likenessOf(['lampu', 'jalan', 'padam'], long), { shared: 3, share: 1 });
  assert.deepEqual(likenessOf(['sampah', 'menumpuk'], long), { shared: 0, share: 0 });
  assert.deepEqual(likenessOf([], long), { shared: 0, share: 0 });
});
