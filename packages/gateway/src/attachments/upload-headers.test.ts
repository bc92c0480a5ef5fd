import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '@lapor/schemas';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import type { TestAnswer } from '../test-gateway.test.support.ts';
import { askUploads, begin } from './attachments.test.support.ts';

const whole = 100;
const bytes = Buffer.alloc(10, 'x');
const patch = { 'content-type': 'application/offset+octet-stream' };

/** What no number of bytes is, or is far too many. */
const wrongNumbers = [
  '-1',
  '-0',
  '+5',
  '1.5',
  '1e3',
  '0x10',
  'NaN',
  'Infinity',
  'null',
  '5, 5',
  '5;5',
  '5 5',
  '9'.repeat(16),
  '9'.repeat(400),
];
const anyHeader = fc.string({ unit: 'grapheme-ascii', maxLength: 60 });
const isNumber = (text: string): boolean => /^\d+$/.test(text.trim());

/** Refused for a fault of the caller's, and told as a problem. */
const assertRefusedWith = ({ status, body }: TestAnswer, statuses: readonly number[], header: string): void => {
  assert.ok(statuses.includes(status), `${header}: ${status} ${JSON.stringify(body)}`);
  assert.ok(z.safeParse(Problem, body).success, header);
};

onBothDatabases('headers of uploads that are not what tus means', (opened) => {
  const ask = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    askUploads(opened().gateway, method, path, headers, body);
  const beginOne = async () => (await begin(opened().gateway, { length: whole })).headers.get('location')!;
  const offsetOf = async (path: string) => (await ask('HEAD', path, {})).headers.get('upload-offset');
  const append = (path: string, headers: Record<string, string>) => ask('PATCH', path, { ...patch, ...headers }, bytes);

  test('an offset that is no number, or another one, is refused and leaves nothing', async () => {
    const path = await beginOne();
    for (const offset of [...wrongNumbers, '1', '100', '101'])
      assertRefusedWith(await append(path, { 'upload-offset': offset }), [400, 409, 422], `Upload-Offset: ${offset}`);
    assertRefusedWith(await append(path, {}), [400, 422], 'no Upload-Offset');
    await fc.assert(
      fc.asyncProperty(
        anyHeader.filter((text) => !isNumber(text)),
        async (offset) =>
          assertRefusedWith(
            await append(path, { 'upload-offset': offset }),
            [400, 409, 422],
            `Upload-Offset: ${offset}`,
          ),
      ),
      { numRuns: 40 },
    );
    assert.equal(await offsetOf(path), '0');
    assert.equal((await append(path, { 'upload-offset': '0' })).status, 204);
  });

  test('a length that is no number, or no file has, begins nothing', async () => {
    const create = (length?: string) =>
      ask('POST', '/v1/uploads', length === undefined ? {} : { 'upload-length': length });
    for (const length of wrongNumbers)
      assertRefusedWith(await create(length), [400, 413, 422], `Upload-Length: ${length}`);
    assertRefusedWith(await create(), [400, 422], 'no Upload-Length');
    await fc.assert(
      fc.asyncProperty(
        anyHeader.filter((text) => !isNumber(text)),
        async (length) => assertRefusedWith(await create(length), [400, 413, 422], `Upload-Length: ${length}`),
      ),
      { numRuns: 40 },
    );
  });

  test('metadata of any kind is read or refused, and never a fault of the gateway', async () => {
    const create = (metadata: string) =>
      ask('POST', '/v1/uploads', { 'upload-length': '100', 'upload-metadata': metadata });
    const assertSound = async (metadata: string): Promise<void> => {
      const answer = await create(metadata);
      if (answer.status !== 201) assertRefusedWith(answer, [400, 413, 415, 422], `Upload-Metadata: ${metadata}`);
    };
    for (const metadata of [
      ',',
      ',,,',
      'filename',
      'filename ',
      'filename !!!',
      'filename YQ==,filename Yg==',
      'filename YQ== YQ==',
      `filename ${Buffer.from([0xff, 0xfe, 0x00]).toString('base64')}`,
      `filename ${Buffer.from('../../../../etc/passwd\0.jpg').toString('base64')}`,
      `filename ${Buffer.from('a'.repeat(5000)).toString('base64')}`,
      `filetype ${Buffer.from('text/html').toString('base64')}`,
      '__proto__ YQ==,constructor YQ==',
      'a'.repeat(7000),
    ])
      await assertSound(metadata);
    await fc.assert(fc.asyncProperty(anyHeader, assertSound), { numRuns: 40 });
  });

  test('a checksum of an algorithm that nobody announced, or that is none, is refused and leaves nothing', async () => {
    const path = await beginOne();
    const sum = (checksum: string) => append(path, { 'upload-offset': '0', 'upload-checksum': checksum });
    for (const checksum of [
      'md5 eHh4',
      'crc32 AAAA',
      'sha1',
      'sha1 !!!',
      'sha1:AAAA',
      'AAAA',
      'SHA-1 AAAA',
      '__proto__ AAAA',
    ])
      assertRefusedWith(await sum(checksum), [400, 422], `Upload-Checksum: ${checksum}`);
    assertRefusedWith(await sum('sha1 AAAA'), [460], 'another checksum');
    await fc.assert(
      fc.asyncProperty(anyHeader, async (checksum) =>
        assertRefusedWith(await sum(checksum), [400, 422, 460], `Upload-Checksum: ${checksum}`),
      ),
      { numRuns: 40 },
    );
    assert.equal(await offsetOf(path), '0');
  });
});
