import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plainText } from './plain-text.ts';

test('words keep their lines and lose their tags', () => {
  assert.equal(
    plainText('<p>Yth. Pelapor,</p><p>Lampu &amp; kabel&nbsp;diganti.<br>Salam</p>'),
    'Yth. Pelapor,\nLampu & kabel diganti.\nSalam',
  );
  assert.equal(plainText('a < b dan c > d'), 'a < b dan c > d');
  assert.equal(plainText('<script>alert(1)</script>Selesai'), 'Selesai');
  assert.equal(
    plainText('&lt;img src=x onerror=alert(1)&gt; &#169; &#xA9; &#55296; &nope;'),
    '<img src=x onerror=alert(1)> © © &#55296; &nope;',
  );
});

test('any text can be made plain, also one that begins a thousand tags and ends none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), (text) => void plainText(text)),
    { numRuns: 200 },
  );
  assert.equal(plainText('<script>'.repeat(200_000)), '');
});
