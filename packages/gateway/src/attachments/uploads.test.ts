import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { askUploads, assertRefused, begin, listenOnLoopback, pdfOf } from './attachments.test.support.ts';
import { joinParts } from './join-parts.ts';
import { receiveBytes } from './receive-bytes.ts';
import { ownUpload } from './upload.ts';

const from = (offset: number) => ({
  'content-type': 'application/offset+octet-stream',
  'upload-offset': String(offset),
});

onBothDatabases('the upload protocol', (opened) => {
  const ask = (method: string, path: string, headers: Record<string, string> = {}, body?: Buffer | ReadableStream) =>
    askUploads(opened().gateway, method, path, headers, body);
  const beginAt = async (length: number) => (await begin(opened().gateway, { length })).headers.get('location')!;
  const offsetOf = async (path: string) => (await ask('HEAD', path)).headers.get('upload-offset');

  test('tells without a key what it can do', async () => {
    const answer = await ask('OPTIONS', '/v1/uploads', { authorization: '' });
    assert.equal(answer.status, 204);
    assert.equal(answer.headers.get('tus-version'), '1.0.0');
    assert.equal(answer.headers.get('tus-extension'), 'creation,creation-with-upload,checksum,expiration,termination');
    assert.equal(answer.headers.get('tus-max-size'), String(2 * 1024 * 1024));
    assert.equal(answer.headers.get('tus-checksum-algorithm'), 'sha1,sha256');
  });

  test('another version of tus, or none, is refused before anything else, with the version that is spoken', async () => {
    const calls = [
      ['POST', '/v1/uploads', 'createUpload'],
      ['HEAD', '/v1/uploads/upl_x', 'headUpload'],
      ['PATCH', '/v1/uploads/upl_x', 'appendUpload'],
      ['DELETE', '/v1/uploads/upl_x', 'deleteUpload'],
    ] as const;
    for (const [method, path, operation] of calls) {
      for (const version of ['0.2.2', '']) {
        const answer = await ask(method, path, { 'tus-resumable': version, authorization: '' });
        assert.equal(answer.status, 412, `${method} ${version}`);
        assert.equal(answer.headers.get('tus-version'), '1.0.0');
        if (method !== 'HEAD') assertRefused(answer, 'preconditionFailed', operation);
      }
    }
  });

  test('HEAD tells how far an upload is, is never cached, and has no body when it is refused', async () => {
    const path = await beginAt(2000);
    await ask('PATCH', path, from(0), Buffer.alloc(700));
    const answer = await ask('HEAD', path);
    assert.deepEqual(
      [answer.status, answer.headers.get('upload-offset'), answer.headers.get('upload-length')],
      [200, '700', '2000'],
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const missing = await ask('HEAD', '/v1/uploads/upl_tidak-ada');
    assert.deepEqual([missing.status, missing.body], [404, '']);
  });

  test('GET is not a method of uploads', async () => {
    const answer = await ask('GET', await beginAt(2000));
    assert.deepEqual([answer.status, answer.body.code], [405, 'methodNotAllowed']);
  });

  test('bytes must be called bytes', async () => {
    const path = await beginAt(2000);
    for (const type of ['application/octet-stream', 'application/json', 'text/plain']) {
      assertRefused(
        await ask('PATCH', path, { ...from(0), 'content-type': type }, Buffer.alloc(700)),
        'mediaTypeUnsupported',
        'appendUpload',
      );
    }
    const begun = await ask(
      'POST',
      '/v1/uploads',
      { 'upload-length': '7', 'content-type': 'text/plain', 'content-length': '7' },
      Buffer.alloc(7),
    );
    assertRefused(begun, 'mediaTypeUnsupported', 'createUpload');
    assert.equal(await offsetOf(path), '0');
  });

  test('bytes for another place are refused and leave nothing', async () => {
    const path = await beginAt(2000);
    await ask('PATCH', path, from(0), Buffer.alloc(700));
    for (const offset of [0, 699, 701, 2000]) {
      const answer = await ask('PATCH', path, from(offset), Buffer.alloc(10));
      assertRefused(answer, 'uploadOffsetMismatch', 'appendUpload');
      assert.match(answer.body.detail, /700/);
    }
    assert.equal(await offsetOf(path), '700');
  });

  test('a wrong checksum keeps nothing, and the same bytes with the right one are taken', async () => {
    const path = await beginAt(2000);
    const chunk = Buffer.alloc(700, 7);
    const digest = (algorithm: string) => createHash(algorithm).update(chunk).digest('base64');
    for (const algorithm of ['sha1', 'sha256']) {
      const wrong = Buffer.from(digest(algorithm), 'base64').fill(0).toString('base64');
      assertRefused(
        await ask('PATCH', path, { ...from(0), 'upload-checksum': `${algorithm} ${wrong}` }, chunk),
        'checksumMismatch',
        'appendUpload',
      );
      assert.equal(await offsetOf(path), '0');
    }
    assert.equal(
      (await ask('PATCH', path, { ...from(0), 'upload-checksum': `sha1 ${digest('sha1')}` }, chunk)).status,
      204,
    );
    assert.equal(
      (await ask('PATCH', path, { ...from(700), 'upload-checksum': `sha256 ${digest('sha256')}` }, chunk)).status,
      204,
    );
    for (const nonsense of ['crc32 AAAA', 'sha1', 'sha1 !!!', '']) {
      assertRefused(
        await ask('PATCH', path, { ...from(1400), 'upload-checksum': nonsense }, chunk),
        'malformedRequest',
        'appendUpload',
      );
    }
  });

  test('more bytes than were announced are refused, whether their number is told or not', async () => {
    const path = await beginAt(1000);
    assertRefused(
      await ask('PATCH', path, { ...from(0), 'content-length': '1001' }, Buffer.alloc(1001)),
      'bodyTooLarge',
      'appendUpload',
    );
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) });
    assertRefused(await ask('PATCH', path, from(0), endless), 'bodyTooLarge', 'appendUpload');
    assert.equal(await offsetOf(path), '0');
  });

  test('what will be refused in the end is refused at the beginning', async () => {
    const { gateway } = opened();
    assertRefused(await begin(gateway, { length: 50 * 1024 * 1024 }), 'bodyTooLarge', 'createUpload');
    assertRefused(await begin(gateway, { length: 0 }), 'attachmentRefused', 'createUpload');
    for (const type of ['image/svg+xml', 'text/html', 'application/x-msdownload', 'image/gif', 'image/heic']) {
      const answer = await begin(gateway, { name: 'gambar.jpg', type });
      assertRefused(answer, 'attachmentRefused', 'createUpload');
      assert.match(answer.body.detail, /“gambar\.jpg”.*JPG, PNG, atau PDF/);
    }
    for (const length of ['-1', '1.5', '1e3', '0x10', ' ', '9'.repeat(30)]) {
      assertRefused(await begin(gateway, { headers: { 'upload-length': length } }), 'validationFailed', 'createUpload');
    }
    for (const type of ['', 'image/jpg', 'IMAGE/PNG', 'application/octet-stream'])
      assert.equal((await begin(gateway, { type })).status, 201, type);
  });

  test('paths that try to leave the store find nothing', async () => {
    for (const id of ['..', '%2e%2e%2f%2e%2e%2fetc%2fpasswd', 'upl_..%2f..', '%00', 'a'.repeat(65)]) {
      const answer = await ask('PATCH', `/v1/uploads/${id}`, from(0), Buffer.alloc(10));
      assert.ok([400, 404, 405, 422].includes(answer.status), `${id}: ${answer.status}`);
    }
  });

  test('of senders that saw the same offset one is counted, even when they are at different gateways', async () => {
    const { engine } = opened().gateway;
    const path = await beginAt(2000);
    const [id, keyId, now] = [path.split('/').at(-1)!, 'key:test_sumbar', engine.clock.now()];
    const upload = await ownUpload(engine.database, id, keyId, now);
    const pieces = [Buffer.alloc(1000, 1), Buffer.alloc(700, 2), Buffer.alloc(1300, 3)];
    const outcomes = await Promise.allSettled(
      pieces.map((body) =>
        receiveBytes(engine, {
          upload,
          keyId,
          now,
          request: new Request('http://localhost/', { method: 'PATCH', body }),
        }),
      ),
    );
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const losers = outcomes
      .filter((outcome) => outcome.status === 'rejected')
      .map(({ reason }) => [reason.code, reason.facts.received]);
    assert.deepEqual(
      losers,
      Array.from({ length: 2 }, () => ['uploadOffsetMismatch', pieces[winner]!.length]),
    );
    assert.ok((await joinParts(engine, id))?.equals(pieces[winner]!));
  });

  test('a sender whose connection hangs goes on over another from its last byte', async () => {
    const served = await listenOnLoopback(opened().gateway);
    const path = await beginAt(1_000_000);
    const whole = pdfOf(1_000_000);
    const authorization = `Bearer ${testKeys.site}`;
    const hanging = httpRequest(`${served.url}${path}`, {
      method: 'PATCH',
      headers: { ...from(0), authorization, 'tus-resumable': '1.0.0', 'content-length': 1_000_000 },
    });
    hanging.on('error', () => {});
    hanging.write(whole.subarray(0, 300_000));
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(await offsetOf(path), '300000');
    assert.equal((await ask('PATCH', path, from(300_000), whole.subarray(300_000))).status, 204);
    hanging.destroy();
    await served.close();
  });
});
