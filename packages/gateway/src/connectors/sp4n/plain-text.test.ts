import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fillTemplate } from './fill-template.ts';
import { plainText } from './plain-text.ts';
import { wibInstant } from './wib-instant.ts';

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

test('placeholders are filled with or without spaces, and what is not known stays', () => {
  const facts = { institution_from: 'Dinas PU', status_new: '{{institution_from}}' };
  assert.equal(
    fillTemplate('{{institution_from}} → {{ institution_to }}: {{ status_new }} {{constructor}}', facts),
    'Dinas PU → {{ institution_to }}: {{institution_from}} {{constructor}}',
  );
});

test('a moment without a zone is one of Jakarta', () => {
  assert.equal(wibInstant('10-03-2026 06:30:05'), Date.parse('2026-03-09T23:30:05Z'));
  for (const text of ['31-02-2026 00:00:00', '2026-03-10 06:30:05', '', 'null'])
    assert.equal(wibInstant(text), undefined);
});
