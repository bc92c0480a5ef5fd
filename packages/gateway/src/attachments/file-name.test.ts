import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition.ts';
import { nameForType, safeFileName } from './file-name.ts';
import { readUploadMetadata } from './upload-metadata.ts';

test('a name loses its path, what cannot be seen, and what Windows does not allow', () => {
  const names: Record<string, string> = {
    '../../etc/passwd': 'passwd',
    'C:\\Windows\\system32\\foto.jpg': 'foto.jpg',
    '/': 'lampiran',
    '..': 'lampiran',
    '': 'lampiran',
    '.htaccess': 'htaccess',
    'foto\r\nSet-Cookie: a=b.jpg': 'fotoSet-Cookie_ a=b.jpg',
    'foto\u202Egpj.exe': 'fotogpj.exe',
    'nol\0.jpg': 'nol.jpg',
    '<img src=x onerror=alert(1)>.png': '_img src=x onerror=alert(1)_.png',
    'Jalan rusak – Nagari Sungai Buluh 🚧.jpg': 'Jalan rusak – Nagari Sungai Buluh 🚧.jpg',
    'e\u0301.pdf': 'é.pdf',
    '\ud800.pdf': '�.pdf',
  };
  for (const [given, safe] of Object.entries(names)) assert.equal(safeFileName(given), safe, JSON.stringify(given));
  assert.equal([...safeFileName(`${'a'.repeat(5000)}.pdf`)].length, 100);
  assert.ok(safeFileName(`${'a'.repeat(5000)}.pdf`).endsWith('.pdf'));
});

test('a name gets the extension of what the file is', () => {
  assert.equal(nameForType('foto.jpg', 'image/jpeg'), 'foto.jpg');
  assert.equal(nameForType('FOTO.JPEG', 'image/jpeg'), 'FOTO.JPEG');
  assert.equal(nameForType('foto.heic', 'image/jpeg'), 'foto.jpg');
  assert.equal(nameForType('surat.exe', 'application/pdf'), 'surat.exe.pdf');
  assert.equal(nameForType('lampiran', 'image/png'), 'lampiran.png');
  assert.equal(nameForType('surat.', 'application/pdf'), 'surat..pdf');
});

test('whatever a sender writes as metadata gives a name that can be shown', () => {
  assert.deepEqual(readUploadMetadata(undefined), { name: 'lampiran', type: '' });
  assert.deepEqual(readUploadMetadata('filename Li4vLi4vZm90by5qcGc=, filetype aW1hZ2UvSlBFRw=='), {
    name: 'foto.jpg',
    type: 'image/jpeg',
  });
  assert.deepEqual(readUploadMetadata(',,, filename,filename  %%%,=,__proto__ eA=='), { name: 'lampiran', type: '' });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (header) =>
      assert.equal(safeFileName(readUploadMetadata(header).name), readUploadMetadata(header).name),
    ),
  );
});

test('no name can leave its header value, and every name comes back whole', () => {
  const value = contentDisposition('attachment', 'Surat "keterangan" 50% é.pdf');
  assert.equal(
    value,
    `attachment; filename="Surat _keterangan_ 50_ _.pdf"; filename*=UTF-8''Surat%20%22keterangan%22%2050%25%20%C3%A9.pdf`,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
      const header = contentDisposition('inline', name);
      assert.match(
        header,
        /^inline; filename="[ !#$&-[\]-~]*"; filename\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})*$/,
      );
      assert.equal(decodeURIComponent(header.slice(header.lastIndexOf("''") + 2)), name.toWellFormed());
      assert.equal(new Headers({ 'content-disposition': header }).get('content-disposition'), header);
    }),
    { numRuns: 300 },
  );
});
