import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { FileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import { createClient } from '../index.ts';

let directory: string;
let server: Server;
/** How many `PATCH`es go through before one is cut. */
let patches = Infinity;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'lapor-tus-'));
  const tus = new TusServer({ path: '/v1/uploads', datastore: new FileStore({ directory }) });
  server = createServer((request, response) => {
    if (request.method === 'PATCH' && (patches -= 1) < 0) {
      patches = Infinity;
      request.socket.destroy();
    } else void tus.handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
after(async () => {
  server.closeAllConnections();
  server.close();
  await rm(directory, { recursive: true });
});

const client = () =>
  createClient({ gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, siteKey: 'pk_tes' });

for (const [what, size, goThrough] of [
  ['in one piece', 10_000, Infinity],
  ['in several pieces', 900_000, Infinity],
  ['after its connection was cut', 900_000, 1],
] as const) {
  test(`the server of the makers of tus gets a file whole ${what}`, async () => {
    patches = goThrough;
    const bytes = new Uint8Array(randomBytes(size));
    const { id } = await client().attachments.upload(new File([bytes], 'foto.jpg', { type: 'image/jpeg' }));
    assert.deepEqual(new Uint8Array(await readFile(join(directory, id))), bytes);
    const { metadata } = JSON.parse(await readFile(join(directory, `${id}.json`), 'utf8')) as { metadata: unknown };
    assert.deepEqual(metadata, { filename: 'foto.jpg', filetype: 'image/jpeg' });
  });
}

test('what is dropped is gone there too', async () => {
  const { id } = await client().attachments.upload(new Blob([new Uint8Array(100)]));
  await client().attachments.delete(id);
  await assert.rejects(readFile(join(directory, id)), { code: 'ENOENT' });
});
