import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport } from '../test-gateway.test.support.ts';
import { pdfOf, photoWithPlace, type RawUpload, send } from './attachments.test.support.ts';

onBothDatabases('downloading an attachment', (opened) => {
  /** The link to a file that a report has. */
  const linkTo = async (bytes: Buffer, raw: RawUpload = {}): Promise<URL> => {
    const { id } = await send(opened().gateway, bytes, raw);
    const { body: receipt } = await opened().call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) });
    const own = await opened().call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    return new URL(own.body.own.attachments[0].url);
  };
  const fetchLink = (link: URL | string, init?: RequestInit) => opened().gateway.fetch(new Request(link, init));

  test('a photo is shown in place, upright and without its place; nothing around it can run', async () => {
    const response = await fetchLink(await linkTo(await photoWithPlace(1200, 600), { name: '../../IMG_0042.heic' }));
    const bytes = Buffer.from(await response.arrayBuffer());
    const { width, height, exif } = await sharp(bytes).metadata();
    assert.deepEqual([response.status, width, height, exif], [200, 600, 1200, undefined]);
    const header = (name: string) => response.headers.get(name);
    assert.equal(header('content-type'), 'image/jpeg');
    assert.equal(header('content-length'), String(bytes.length));
    assert.equal(header('content-disposition'), `inline; filename="IMG_0042.jpg"; filename*=UTF-8''IMG_0042.jpg`);
    assert.equal(header('x-content-type-options'), 'nosniff');
    assert.equal(header('content-security-policy'), "default-src 'none'; sandbox");
    assert.equal(header('cross-origin-resource-policy'), 'cross-origin');
    assert.match(header('cache-control')!, /^private, max-age=\d+$/);
  });

  test('a PDF is saved and not opened, under a name that ends no header', async () => {
    const pdf = pdfOf(2000);
    const response = await fetchLink(await linkTo(pdf, { name: 'surat"\r\nset-cookie: a=b\r\n\r\n<script>.pdf' }));
    assert.ok(Buffer.from(await response.arrayBuffer()).equals(pdf));
    assert.equal(response.headers.get('set-cookie'), null);
    assert.match(
      response.headers.get('content-disposition')!,
      /^attachment; filename="[^"]*\.pdf"; filename\*=UTF-8''[^ ]*\.pdf$/,
    );
  });

  test('a link that anything was changed in opens nothing, and says no more than that', async () => {
    const [link, other] = [await linkTo(pdfOf(1000)), await linkTo(pdfOf(1000))];
    const change = (name: string, value: string) => {
      const changed = new URL(link);
      changed.searchParams.set(name, value);
      return changed;
    };
    const { expires, signature } = Object.fromEntries(link.searchParams) as { expires: string; signature: string };
    const moved = new URL(`${other.pathname}${link.search}`, link);
    const unknown = new URL(`/v1/attachments/upl_tidak-ada${link.search}`, link);
    for (const bad of [
      change('expires', String(Number(expires) + 900)),
      change('signature', `${signature.slice(0, -1)}_`),
      moved,
      unknown,
    ]) {
      const response = await fetchLink(bad);
      const problem = (await response.json()) as { code: string };
      assert.deepEqual([response.status, problem.code], [403, 'signatureInvalid'], bad.href);
    }
    for (const missing of [new URL(link.pathname, link), change('signature', 'é'), change('expires', '')])
      assert.equal((await fetchLink(missing)).status, 422);
  });

  test('a link works for a quarter of an hour at least and half an hour at most, and is the same all that quarter', async () => {
    const { clock, gateway } = opened();
    const link = await linkTo(pdfOf(1000));
    const start = Date.parse(gateway.engine.clock.now());
    const at = (minutes: number) => clock.set(`${new Date(start + minutes * 60_000).toISOString().slice(0, 19)}Z`);
    for (const [minutes, status] of [
      [15, 200],
      [29, 200],
      [30, 403],
      [300, 403],
    ] as const) {
      at(minutes);
      assert.equal((await fetchLink(link)).status, status, `${minutes} minutes`);
    }
    at(0);
  });

  test('HEAD tells of the file without its bytes', async () => {
    const response = await fetchLink(await linkTo(pdfOf(1000)), { method: 'HEAD' });
    assert.deepEqual(
      [response.status, response.headers.get('content-length'), await response.text()],
      [200, '1000', ''],
    );
  });

  test('with the report its files are gone', async () => {
    const link = await linkTo(pdfOf(1000));
    const id = link.pathname.split('/').at(-1);
    await opened().gateway.engine.database.query(
      'delete from report where id = (select report_id from upload where id = $1)',
      [id],
    );
    assert.equal((await fetchLink(link)).status, 410);
  });
});
