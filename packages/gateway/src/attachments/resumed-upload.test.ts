import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport } from '../test-gateway.test.support.ts';
import { askUploads, listenAndCut, listenOnLoopback, pdfOf, send, uploadByTus } from './attachments.test.support.ts';

const directory = await mkdtemp(join(tmpdir(), 'lapor-attachments-'));
after(() => rm(directory, { recursive: true, force: true }));

const twoMegabytes = 2 * 1024 * 1024;

onBothDatabases(
  'uploading with tus-js-client',
  (opened) => {
    let served: Awaited<ReturnType<typeof listenOnLoopback>>;
    before(async () => void (served = await listenOnLoopback(opened().gateway)));
    after(() => served.close());

    /** Sends a report with files, and downloads the first of them by its link. */
    const reportAndDownload = async (id: string) => {
      const sent = await opened().call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) });
      assert.equal(sent.status, 201, JSON.stringify(sent.body));
      const own = await opened().call('GET', `/v1/reports/${sent.body.trackingId}`, { key: sent.body.token });
      const [attachment] = own.body.own.attachments;
      const link = new URL(attachment.url);
      const response = await fetch(`${served.url}${link.pathname}${link.search}`);
      return { attachment, response, bytes: Buffer.from(await response.arrayBuffer()) };
    };

    test('2 MB whose connection is cut in the middle go on where they stopped, and are the same byte for byte', async () => {
      const bytes = pdfOf(twoMegabytes);
      const line = await listenAndCut(served.port, twoMegabytes / 2);
      const { id, offsets } = await uploadByTus(line.url, bytes, { retryDelays: [500, 500, 500] });
      line.server.close();
      assert.equal(line.cuts(), 1);
      const resumedFrom = -offsets.find((offset) => offset < 0)!;
      assert.ok(resumedFrom > twoMegabytes / 4 && resumedFrom < twoMegabytes, `went on from byte ${resumedFrom}`);
      assert.ok(line.carried() < twoMegabytes * 1.75, 'what had arrived was not sent again');
      const { attachment, response, bytes: downloaded } = await reportAndDownload(id);
      assert.equal(attachment.scan, 'clean');
      assert.equal(response.status, 200);
      assert.ok(downloaded.equals(bytes));
    });

    test('chunks arrive as one file, and their pieces are gone afterwards', async () => {
      const bytes = pdfOf(1_000_000);
      const { id, offsets } = await uploadByTus(served.url, bytes, { chunkSize: 200_000 });
      assert.deepEqual(offsets, [200_000, 400_000, 600_000, 800_000, 1_000_000]);
      assert.equal((await readdir(join(directory, id.slice(-2), id))).length, 1);
      assert.ok((await reportAndDownload(id)).bytes.equals(bytes));
    });

    test('the whole file can come with the request that begins the upload', async () => {
      const bytes = pdfOf(30_000);
      const { id, offsets } = await uploadByTus(served.url, bytes, { uploadDataDuringCreation: true });
      assert.deepEqual(offsets, [30_000]);
      assert.ok((await reportAndDownload(id)).bytes.equals(bytes));
    });

    test('a file that is refused fails with a problem that names it, and the client does not try again', async () => {
      let requests = 0;
      const refused = uploadByTus(served.url, Buffer.from('MZ'.padEnd(3000, 'x')), {
        onBeforeRequest: () => void (requests += 1),
      });
      await assert.rejects(
        refused,
        (error: Error) => /attachmentRefused/.test(error.message) && /surat\.pdf/.test(error.message),
      );
      assert.equal(requests, 2);
    });

    test('a client that finds its upload forgotten begins another', async () => {
      const bytes = pdfOf(3_000);
      const { id } = await uploadByTus(served.url, bytes, { uploadUrl: `${served.url}/v1/uploads/upl_tidak-ada` });
      assert.ok((await reportAndDownload(id)).bytes.equals(bytes));
    });

    test('two senders of the same bytes at the same place: one is counted, the other is told where to go on', async () => {
      const { gateway } = opened();
      const begun = await askUploads(gateway, 'POST', '/v1/uploads', { 'upload-length': '2000' });
      const path = begun.headers.get('location')!;
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' };
      const answers = await Promise.all(
        [1, 2, 3].map((letter) => askUploads(gateway, 'PATCH', path, headers, Buffer.alloc(1000, letter))),
      );
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((one, other) => one - other),
        [204, 409, 409],
      );
      assert.equal((await askUploads(gateway, 'HEAD', path)).headers.get('upload-offset'), '1000');
    });

    test('a gateway that died between the last byte and the file makes the file when the sender asks', async () => {
      const { gateway } = opened();
      const bytes = pdfOf(5_000);
      const begun = await askUploads(
        gateway,
        'POST',
        '/v1/uploads',
        { 'upload-length': '5001', 'content-type': 'application/offset+octet-stream' },
        bytes,
      );
      const path = begun.headers.get('location')!;
      const id = path.split('/').at(-1)!;
      // As if the announced length had been these 5,000 bytes, and the process had ended right after counting them.
      await gateway.engine.database.query('update upload set length = 5000 where id = $1', [id]);
      const asked = await askUploads(gateway, 'HEAD', path);
      assert.deepEqual([asked.status, asked.headers.get('upload-offset')], [200, '5000']);
      assert.ok((await reportAndDownload(id)).bytes.equals(bytes));
    });

    test('a report and its files are one attempt: sent again it is the same report, and no other report can take the files', async () => {
      const { call, gateway } = opened();
      const files = [
        await send(gateway, pdfOf(2_000), { name: 'satu.pdf' }),
        await send(gateway, pdfOf(2_000), { name: 'dua.pdf' }),
      ];
      const body = sampleReport({ title: 'Dengan dua berkas', attachments: files.map(({ id }) => id) });
      const headers = { 'idempotency-key': crypto.randomUUID() };
      const first = await call('POST', '/v1/reports', { body, headers });
      const again = await call('POST', '/v1/reports', { body, headers });
      assert.deepEqual([first.status, again.status, again.headers.get('idempotency-replayed')], [201, 201, 'true']);
      assert.equal(again.body.trackingId, first.body.trackingId);
      const own = await call('GET', `/v1/reports/${first.body.trackingId}`, { key: first.body.token });
      assert.deepEqual(
        own.body.own.attachments.map((attachment: { name: string }) => attachment.name),
        ['satu.pdf', 'dua.pdf'],
      );

      const thief = await call('POST', '/v1/reports', {
        body: sampleReport({ title: 'Berkas yang sama', attachments: [files[1]!.id] }),
      });
      assert.deepEqual([thief.status, thief.body.code], [422, 'attachmentRefused']);
      const rows = await gateway.engine.database.query(
        `select id from report where title in ('Dengan dua berkas', 'Berkas yang sama')`,
        [],
      );
      assert.equal(rows.length, 1, 'a refused report leaves nothing');
    });

    test('of two reports that take the same file at the same time one is filed', async () => {
      const { call, gateway } = opened();
      const { id } = await send(gateway, pdfOf(2_000));
      const answers = await Promise.all(
        [1, 2].map((number) =>
          call('POST', '/v1/reports', { body: sampleReport({ title: `Balapan ${number}`, attachments: [id] }) }),
        ),
      );
      assert.deepEqual(
        answers.map(({ status }) => status).toSorted((one, other) => one - other),
        [201, 422],
      );
    });

    test('a reporter attaches to a reply with the token of the report', async () => {
      const { call, gateway } = opened();
      const { body: receipt } = await call('POST', '/v1/reports', {
        body: sampleReport({ title: 'Dibalas dengan berkas' }),
      });
      const { id } = await send(gateway, pdfOf(2_000), { key: receipt.token, name: 'bukti.pdf' });
      const path = `/v1/reports/${receipt.trackingId}/replies`;
      const reply = await call('POST', path, {
        key: receipt.token,
        body: { message: 'Ini buktinya.', attachments: [id] },
      });
      assert.equal(reply.status, 201, JSON.stringify(reply.body));
      assert.equal(reply.body.timeline.at(-1).attachments[0].name, 'bukti.pdf');
      const { id: siteUpload } = await send(gateway, pdfOf(2_000));
      const foreign = await call('POST', path, {
        key: receipt.token,
        body: { message: 'Milik kunci lain.', attachments: [siteUpload] },
      });
      assert.equal(foreign.body.code, 'attachmentRefused');
    });
  },
  { attachments: { directory } },
);
