import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Link } from './link.ts';

test('pages, telephone numbers, messages and mailboxes can be linked', () => {
  const links = [
    'https://lapor.go.id/instansi/pemkot-padang',
    'http://localhost:4321/',
    'tel:112',
    'sms:1708?body=TANGKAB%20',
    'mailto:ppid@padang.go.id',
    'https://tiles.example/{z}/{x}/{y}.png',
  ];
  for (const link of links) assert.equal(Link.parse(link), link);
});

test('a link that would run something, or that only looks like a page, is refused', () => {
  const refused = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>',
    'vbscript:x',
    'file:///etc/passwd',
    '//padang.go.id',
    '/lapor',
    'https:padang.go.id',
    'https://',
    'https://padang.go.id/ x',
    'https://padang.go.id\u202E/moc.live',
    'https://padang.go.id"onclick="alert(1)',
    'https:\\\\padang.go.id',
    `https://padang.go.id/${'x'.repeat(2000)}`,
  ];
  for (const link of refused) assert.ok(!Link.safeParse(link).success, link);
});
