import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { folderOf } from '../storage/attachment-store.ts';
import { askUploads, assertRefused, begin, pdfOf, send } from './attachments.test.support.ts';
import { removeExpiredUploads } from './forget-uploads.ts';

const from = (offset: number) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});

onBothDatabases('whose an upload is, and for how long', (opened) => {
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer) =>
    askUploads(opened().gateway, method, path, headers, body);
  const beginAt = async (length: number) => (await begin(opened().gateway, { length })).headers.get('location')!;
  const offsetOf = async (path: string) => (await ask('HEAD', path)).headers.get('upload-offset');

  test('an upload is not there for another key, whatever is asked of it', async () => {
    const { call, gateway } = opened();
    const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport() });
    const path = await beginAt(1000);
    for (const key of [testKeys.padangSite, testKeys.admin, testKeys.national, receipt.token]) {
      const authorization = `Bearer ${key}`;
      assert.equal((await ask('HEAD', path, { authorization })).status, 404);
      assertRefused(
        await ask('PATCH', path, { ...from(0), authorization }, Buffer.alloc(10)),
        'notFound',
        'appendUpload',
      );
      assertRefused(await ask('DELETE', path, { authorization }), 'notFound', 'deleteUpload');
    }
    assertRefused(
      await ask('PATCH', path, { ...from(0), authorization: 'Bearer pk_tidak_ada' }),
      'keyUnknown',
      'appendUpload',
    );
    assertRefused(await ask('PATCH', path, { ...from(0), authorization: '' }), 'keyMissing', 'appendUpload');
    assert.equal(await offsetOf(path), '0');
    const { id } = await send(gateway, pdfOf(1000), { key: testKeys.admin });
    assert.equal(
      (await call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) })).body.code,
      'attachmentRefused',
    );
  });

  test('an upload can be dropped, but not one that a report uses', async () => {
    const { call, gateway } = opened();
    const path = await beginAt(1000);
    await ask('PATCH', path, from(0), Buffer.alloc(10));
    assert.equal((await ask('DELETE', path)).status, 204);
    assertRefused(await ask('DELETE', path), 'notFound', 'deleteUpload');
    const { id } = await send(gateway, pdfOf(1000));
    await call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) });
    assertRefused(await ask('DELETE', `/v1/uploads/${id}`), 'conflict', 'deleteUpload');
  });

  test('what no report uses is gone after a day, and what a report uses stays until the report goes', async () => {
    const { call, clock, gateway } = opened();
    const { engine } = gateway;
    const start = clock.now();
    await removeExpiredUploads(engine, '2026-03-09T00:00:00Z');
    const begun = await begin(gateway, { length: 1000 });
    assert.equal(begun.headers.get('upload-expires'), 'Wed, 11 Mar 2026 02:00:00 GMT');
    const path = begun.headers.get('location')!;
    await ask('PATCH', path, from(0), Buffer.alloc(10));
    const orphan = await send(gateway, pdfOf(1000));
    const used = await send(gateway, pdfOf(1000));
    const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport({ attachments: [used.id] }) });

    clock.set('2026-03-11T02:00:00Z');
    assertRefused(await ask('PATCH', path, from(10), Buffer.alloc(10)), 'gone', 'appendUpload');
    assert.equal((await ask('HEAD', path)).status, 410);
    assert.ok((await removeExpiredUploads(engine, clock.now())) >= 2);
    assert.equal((await ask('HEAD', path)).status, 404);
    assert.equal((await ask('HEAD', `/v1/uploads/${orphan.id}`)).status, 404);
    assert.equal((await ask('HEAD', `/v1/uploads/${used.id}`)).status, 200);
    assert.equal(await removeExpiredUploads(engine, clock.now()), 0);

    const [{ store_key }] = (await engine.database.query<{ store_key: string }>(
      'select store_key from upload where id = $1',
      [used.id],
    )) as [{ store_key: string }];
    assert.ok(store_key.startsWith(folderOf(used.id)));
    assert.ok(await engine.attachments.get(store_key));
    await engine.database.query('delete from report where tracking_id = $1', [receipt.trackingId]);
    assert.equal(await removeExpiredUploads(engine, clock.now()), 1);
    assert.equal(await engine.attachments.get(store_key), undefined);
    clock.set(start);
  });

  test('too many files, or files too large together, are refused with the limit', async () => {
    const { call, gateway } = opened();
    const large = await Promise.all([1, 2].map(() => send(gateway, pdfOf(1_100_000))));
    const sent = await call('POST', '/v1/reports', { body: sampleReport({ attachments: large.map(({ id }) => id) }) });
    assert.equal(sent.body.code, 'attachmentRefused');
    assert.match(sent.body.detail, /bersama-sama paling besar 2/);
    const small = await Promise.all([1, 2, 3, 4, 5, 6].map(() => send(gateway, pdfOf(1_000))));
    assert.equal(
      (await call('POST', '/v1/reports', { body: sampleReport({ attachments: small.map(({ id }) => id) }) })).status,
      422,
    );
  });

  test('an unfinished file is named in the refusal; somebody else’s is not', async () => {
    const { call, gateway } = opened();
    const path = (await begin(gateway, { name: 'separuh.pdf', length: 1000 })).headers.get('location')!;
    const sent = await call('POST', '/v1/reports', { body: sampleReport({ attachments: [path.split('/').at(-1)] }) });
    assert.match(sent.body.detail, /“separuh\.pdf” belum selesai/);
    const { id } = await send(gateway, pdfOf(1000), { key: testKeys.padangSite, name: 'milik-padang.pdf' });
    const other = await call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) });
    assert.ok(!other.body.detail.includes('milik-padang'));
  });

  test('a piece that is missing from the store is a fault of the gateway, and is told as one', async () => {
    const { gateway } = opened();
    const whole = pdfOf(1000);
    const path = await beginAt(1000);
    const id = path.split('/').at(-1)!;
    await ask('PATCH', path, from(0), whole.subarray(0, 500));
    await gateway.engine.attachments.empty(folderOf(id));
    assertRefused(await ask('PATCH', path, from(500), whole.subarray(500)), 'unexpected', 'appendUpload');
    assert.equal((await ask('HEAD', path)).status, 500);
  });
});
