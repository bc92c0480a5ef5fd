import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { storedRows } from '../promises/stored-rows.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { createVisitor, typedReport } from './visitor.test.support.ts';

const boundary = 'batas-1708';
const part = (head: string, body: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), Buffer.from(body), Buffer.from('\r\n')]);
const field = (name: string, body: string): Buffer => part(`Content-Disposition: form-data; name="${name}"`, body);
const end = Buffer.from(`--${boundary}--\r\n`);
const typed = Object.entries(typedReport).map(([name, value]) => field(name, value));
const whole = Buffer.concat([...typed, end]);
const picture = (name: string): Buffer =>
  part(
    `Content-Disposition: form-data; name="attachments"; filename="${name}"\r\nContent-Type: image/png`,
    'bukan gambar',
  );

/** Bodies that no browser sends, or that broke on their way; with the status that answers them. */
const hostile: readonly [what: string, body: Buffer, status: number, type?: string][] = [
  ['cut within a field', whole.subarray(0, 150), 400],
  ['cut within a head', whole.subarray(0, 40), 400],
  ['cut before the end', Buffer.concat(typed), 400],
  ['cut within a file', Buffer.concat([...typed, picture('a.png').subarray(0, 130)]), 400],
  ['empty', Buffer.alloc(0), 400],
  ['noise', Buffer.from('\u0000\u0001\u0002'.repeat(500)), 400],
  ['another boundary', whole, 400, 'multipart/form-data; boundary=lain'],
  ['no boundary', whole, 400, 'multipart/form-data'],
  ['an endless boundary', whole, 400, `multipart/form-data; boundary=${'x'.repeat(5000)}`],
  [
    '10,000 fields',
    Buffer.concat([...Array.from({ length: 10_000 }, (_, index) => field(`f${index}`, 'x')), end]),
    413,
  ],
  ['10,000 files', Buffer.concat([...Array.from({ length: 10_000 }, (_, index) => picture(`${index}.png`)), end]), 413],
  ['a huge name', Buffer.concat([field('n'.repeat(70_000), 'x'), end]), 400],
  ['a long name', Buffer.concat([field('n'.repeat(500), 'x'), end]), 400],
  ['a huge text', Buffer.concat([field('content', 'x'.repeat(1_400_000)), end]), 413],
  [
    'far too much',
    Buffer.concat([
      part('Content-Disposition: form-data; name="attachments"; filename="a.png"', Buffer.alloc(45_000_000)),
      end,
    ]),
    413,
  ],
  ['JSON', Buffer.from('{"title":"x"}'), 415, 'application/json'],
  ['no type', whole, 415, 'application/octet-stream'],
  [
    '10,000 fields, percent-encoded',
    Buffer.from(Array.from({ length: 10_000 }, (_, index) => `f${index}=x`).join('&')),
    413,
    'application/x-www-form-urlencoded',
  ],
  ['percent signs alone', Buffer.from('%%%=%zz&title=%E0%A4%A'), 200, 'application/x-www-form-urlencoded'],
];

/** Bodies that can be read, whatever they hold. */
const strange: readonly [what: string, body: Buffer][] = [
  [
    'NUL and controls in a text',
    Buffer.concat([field('title', 'a\u0000b\u0001\u001b[31m'), field('content', '\u0000'), end]),
  ],
  [
    'broken UTF-8',
    Buffer.concat([part('Content-Disposition: form-data; name="title"', Buffer.from([0xff, 0xfe, 0x80, 0xc3])), end]),
  ],
  [
    'names of the language',
    Buffer.concat([
      field('__proto__', 'x'),
      field('constructor', 'y'),
      field('answer.__proto__', 'z'),
      field('category', '__proto__'),
      end,
    ]),
  ],
  ['marks that turn the direction', Buffer.concat([field('title', '\u202Etxt.exe\u202C \u{1F6A7}'.repeat(20)), end])],
  ['a head in a file’s name', Buffer.concat([picture('a.png"; x="\\r\\nSet-Cookie: a=b'), end])],
  ['a path as a file’s name', Buffer.concat([picture('../../../etc/passwd'), picture('C:\\\\Windows\\\\a.png'), end])],
  ['markup as a file’s name', Buffer.concat([picture('<script>alert(1)</script>.png'), end])],
  ['an endless file’s name', Buffer.concat([picture(`${'n'.repeat(5000)}.png`), end])],
  [
    'ids that are none',
    Buffer.concat([
      field('file', `'; drop table report; --`),
      field('file', 'upl_'.padEnd(5000, 'x')),
      field('removeFile', '\u0000'),
      end,
    ]),
  ],
  [
    'choices that no list has',
    Buffer.concat([
      field('classification', 'x'),
      field('region', '99.99'),
      field('category', 'x'),
      field('targetInstitution', '../x'),
      field('incidentDate', '0000-00-00'),
      end,
    ]),
  ],
  ['the year 0000', Buffer.concat([...typed, field('incidentDate', '0000-01-01'), end])],
  ['a tenth of a million lines', Buffer.concat([field('content', '\n'.repeat(100_000)), end])],
];

onBothDatabases('hostile forms', (opened) => {
  const html = createVisitor(() => opened().gateway);
  const json = createVisitor(() => opened().gateway, { accept: 'application/json' });
  const post = (visitor: typeof html, path: string, body: Buffer, type = `multipart/form-data; boundary=${boundary}`) =>
    visitor.ask(path, { method: 'POST', body: new Uint8Array(body), headers: { 'content-type': type } });
  const paths = [`/forms/${testKeys.site}`, `/forms/${testKeys.site}/status`, '/forms/status'];

  for (const [what, body, status, type] of hostile)
    test(`${what}: a page that explains, a document for programs, and nothing stored`, async () => {
      const { database } = opened().gateway.engine;
      const before = await storedRows(database);
      const [path = ''] = paths;
      const page = await post(html, path, body, type);
      assert.equal(page.status, status, page.html.slice(0, 2000));
      assert.match(page.html, /<h1>[^<]+<\/h1>/);
      if (status !== 200) {
        const document = await post(json, path, body, type);
        assert.deepEqual([document.status, JSON.parse(document.html).status], [status, status]);
      }
      assert.deepEqual(await storedRows(database), before);
    });

  /** Everything but uploads, of which a refused one leaves a mark without its bytes until it is forgotten. */
  const kept = async () => {
    const { database } = opened().gateway.engine;
    const { upload: _upload, upload_part: _part, ...others } = await storedRows(database);
    const uploads = await database.query(`select id from upload where state <> 'refused'`, []);
    return { ...others, uploads: uploads.length };
  };

  test('what can be read is answered with the form, whatever it holds, and nothing is stored', async () => {
    const before = await kept();
    const form = await html.open();
    const [, stamp = ''] = /name="stamp" value="([^"]+)"/.exec(form.html) ?? [];
    for (const [what, body] of strange)
      for (const action of ['begin', 'review', 'send', 'edit', '\u0000']) {
        const more = Buffer.concat([field('stamp', stamp), field('action', action)]);
        const page = await post(html, `/forms/${testKeys.site}`, Buffer.concat([more, body]));
        assert.ok([200, 422].includes(page.status), `${what}, ${action}: ${page.status} ${page.html.slice(0, 500)}`);
        assert.doesNotMatch(page.html, /<script|\u0000/, what);
        assert.equal(page.headers.get('set-cookie'), null);
      }
    assert.deepEqual(await kept(), before);
  });

  test('the page of a report takes none of it either', async () => {
    const { database } = opened().gateway.engine;
    const before = await storedRows(database);
    for (const path of paths.slice(1))
      for (const [what, body] of [...hostile.map(([name, bytes]) => [name, bytes] as const), ...strange]) {
        const { status } = await post(html, path, body);
        assert.ok(status >= 400 && status < 500, `${path}, ${what}: ${status}`);
      }
    for (const [number, token] of [
      ['1', 'rt_1_x'],
      ['\u0000', 'rt_\u0000'],
      ['1000001', `rt_1000001_${'A'.repeat(43)}`],
      ['99999999999999999999', 'rt_99999999999999999999_x'],
      ['', 'rt_1_\u202E'],
    ] as const) {
      const body = new URLSearchParams({ number, token });
      const { status } = await html.ask('/forms/status', { method: 'POST', body });
      assert.ok([404, 422].includes(status), `${number} ${token}: ${status}`);
    }
    assert.deepEqual(await storedRows(database), before);
  });

  test('addresses that make no sense are not found, and never a fault', async () => {
    for (const path of [
      '/forms',
      '/forms/',
      '/forms/%00',
      '/forms/pk_%ff',
      '/forms/pk_test_sumbar/x',
      `/forms/${'x'.repeat(3000)}`,
      '/forms/status?number=%00',
      '/forms/status?number=abc',
      '/forms/status?lang=xx&number=1000001',
      '/forms/pk_test_sumbar?lang[]=id',
      '/forms/pk_test_sumbar/receipt',
      '/forms/pk_test_sumbar/receipt?ticket=AAAA',
      '/forms/pk_test_sumbar/receipt?ticket=%00',
    ])
      assert.ok((await html.ask(path)).status < 500, path);
  });
});
