import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { openTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { askUploads, pdfOf } from './attachments.test.support.ts';
import { startS3 } from '../storage/s3-server.test.support.ts';

describe('two gateways on one PostgreSQL and one bucket', () => {
  let directory: string;
  let server: Awaited<ReturnType<typeof startS3>>;
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let opened: Awaited<ReturnType<typeof openTestGateway>>[] = [];
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'lapor-two-gateways-'));
    server = await startS3(directory);
    postgres = await usePostgres();
    const attachments = { s3: server.location };
    const url = await postgres.newDatabase();
    opened = [await openTestGateway({ url }, { attachments }), await openTestGateway({ url }, { attachments })];
  });
  after(async () => {
    await Promise.all(opened.map(({ gateway }) => gateway.close()));
    await postgres.end();
    await server.end();
    await rm(directory, { recursive: true, force: true });
  });

  test('take the pieces of one upload in turn, and both hand the file out', async () => {
    const [one, other] = opened as [(typeof opened)[0], (typeof opened)[0]];
    const bytes = pdfOf(400_000);
    const begun = await askUploads(one.gateway, 'POST', '/v1/uploads', { 'upload-length': '400000' });
    const path = begun.headers.get('location')!;
    for (let start = 0; start < bytes.length; start += 100_000) {
      const { gateway } = (start / 100_000) % 2 === 0 ? other : one;
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(start) };
      const answer = await askUploads(gateway, 'PATCH', path, headers, bytes.subarray(start, start + 100_000));
      assert.deepEqual([answer.status, answer.headers.get('upload-offset')], [204, String(start + 100_000)]);
    }
    const sent = await other.call('POST', '/v1/reports', {
      body: sampleReport({ attachments: [path.split('/').at(-1)] }),
    });
    for (const { call, gateway } of opened) {
      const own = await call('GET', `/v1/reports/${sent.body.trackingId}`, { key: sent.body.token });
      const response = await gateway.fetch(new Request(own.body.own.attachments[0].url));
      assert.ok(Buffer.from(await response.arrayBuffer()).equals(bytes));
    }
  });

  test('that are sent the same bytes at the same time count them once, and the file is whole', async () => {
    const bytes = pdfOf(50_000);
    const begun = await askUploads(opened[0]!.gateway, 'POST', '/v1/uploads', { 'upload-length': '50000' });
    const path = begun.headers.get('location')!;
    const headers = {
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      authorization: `Bearer ${testKeys.site}`,
    };
    const answers = await Promise.all(opened.map(({ gateway }) => askUploads(gateway, 'PATCH', path, headers, bytes)));
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((one, other) => one - other),
      [204, 409],
    );
    const [row] = await opened[0]!.gateway.engine.database.query<{ state: string; store_key: string }>(
      'select state, store_key from upload where id = $1',
      [path.split('/').at(-1)],
    );
    assert.equal(row!.state, 'ready');
    assert.ok((await buffer((await opened[1]!.gateway.engine.attachments.get(row!.store_key))!)).equals(bytes));
  });
});
