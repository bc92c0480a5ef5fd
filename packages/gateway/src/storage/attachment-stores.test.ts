import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, describe, test } from 'node:test';
import { type AttachmentStore, folderOf, newKey } from './attachment-store.ts';
import { pdfOf } from '../attachments/attachments.test.support.ts';
import { newUploadId } from '../attachments/upload.ts';
import { folderStore } from './folder-store.ts';
import { memoryStore } from './memory-store.ts';
import { s3Store } from './s3-store.ts';
import { startS3 } from './s3-server.test.support.ts';

const directory = await mkdtemp(join(tmpdir(), 'lapor-stores-'));
const server = await startS3(join(directory, 's3'));
const { location } = server;
after(async () => {
  await server.end();
  await rm(directory, { recursive: true, force: true });
});

const stores: Record<string, AttachmentStore> = {
  memory: memoryStore(),
  'a folder': folderStore(join(directory, 'folder')),
  'an S3-compatible service': s3Store(location),
  'an S3-compatible service, under a prefix': s3Store({ ...location, prefix: 'lapor/padang' }),
};

for (const [name, store] of Object.entries(stores)) {
  describe(`a store in ${name}`, () => {
    const read = async (key: string) => {
      const stream = await store.get(key);
      return stream && buffer(stream);
    };

    test('gives back what was put, byte for byte, and nothing for what was not', async () => {
      const id = newUploadId();
      for (const size of [1, 300_000, 2_500_000]) {
        const [key, bytes] = [newKey(id, 'part'), pdfOf(size + 20)];
        await store.put(key, bytes);
        assert.ok((await read(key))?.equals(bytes));
      }
      assert.equal(await read(newKey(id, 'part')), undefined);
    });

    test('empties one upload’s folder and no other, and keeps what it is told to', async () => {
      const [one, other] = [newUploadId(), newUploadId()];
      const [part, file, neighbour] = [newKey(one, 'part'), newKey(one, 'file'), newKey(other, 'part')];
      for (const key of [part, file, neighbour]) await store.put(key, Buffer.from(key));
      await store.empty(folderOf(one), file);
      assert.deepEqual([await read(part), String(await read(file))], [undefined, file]);
      await store.empty(folderOf(one));
      await store.empty(folderOf(one));
      assert.equal(await read(file), undefined);
      assert.equal(String(await read(neighbour)), neighbour);
    });
  });
}

test('a key that could leave the folder or the prefix is refused by both stores', async () => {
  for (const store of [stores['a folder']!, stores['an S3-compatible service']!]) {
    for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a//b', 'a\\b', 'C:/x', 'a/b?c', '.', '', 'a\0']) {
      await assert.rejects(async () => store.put(key, Buffer.from('x')), /no key/, JSON.stringify(key));
      await assert.rejects(async () => store.get(key), /no key/);
      await assert.rejects(async () => store.empty(key), /no key/);
    }
  }
});

test('files in the folder can be read by nobody but the gateway’s own user', async () => {
  const key = newKey(newUploadId(), 'file');
  await stores['a folder']!.put(key, Buffer.from('x'));
  assert.equal((await stat(join(directory, 'folder', key))).mode & 0o077, 0);
  assert.equal((await stat(join(directory, 'folder'))).mode & 0o077, 0);
  await assert.rejects(
    stores['a folder']!.put(key, Buffer.from('y')),
    { code: 'unavailable' },
    'what is put is never changed',
  );
});

test('a folder that a bucket lists on several pages is emptied whole', async () => {
  const names = new Set(['1', '2', '3', '4', '5'].map((number) => `ab/upl_ab/part-${number}`));
  const pages = createServer(({ method, url }, response) => {
    if (method === 'DELETE') names.delete(url!.slice('/lampiran/'.length));
    response.end(
      [...names]
        .slice(0, 2)
        .map((name) => `<Contents><Key>${name}</Key></Contents>`)
        .join(''),
    );
  }).listen(0, '127.0.0.1');
  await once(pages, 'listening');
  await s3Store({ ...location, endpoint: `http://127.0.0.1:${(pages.address() as AddressInfo).port}/` }).empty(
    'ab/upl_ab',
    'ab/upl_ab/part-4',
  );
  assert.deepEqual([...names], ['ab/upl_ab/part-4']);
  pages.close();
});

test('a store that refuses the keys, or is not there, is away: that is no fault of the sender', async () => {
  const away = [
    s3Store({ ...location, secretAccessKey: 'salah' }),
    s3Store({ ...location, endpoint: 'http://127.0.0.1:1' }),
    s3Store({ ...location, bucket: 'tidak-ada' }),
  ];
  for (const store of away)
    await assert.rejects(store.put(newKey(newUploadId(), 'part'), Buffer.from('x')), { code: 'unavailable' });
});

test('the folder’s temporary data is gone when an upload is', async () => {
  const store = stores['a folder']!;
  const id = newUploadId();
  await store.put(newKey(id, 'part'), Buffer.from('x'));
  await store.empty(folderOf(id));
  assert.ok(!(await readdir(join(directory, 'folder', id.slice(-2)))).includes(id));
});
