import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { after, before, test } from 'node:test';
import { demoKeys, sampleReport, withDemoGateway } from './demo-gateway.test.support.ts';
import { createClient, createDeskClient, isLaporError, isRefused, isUnexpectedResponse } from './index.ts';

const url = withDemoGateway();

/** What the network does to one call. */
const faults = ['none', 'none', 'cutBefore', 'cutAfter', 'cutInAnswer', 'twice', 'late', 'failed', 'limited'] as const;
type Fault = (typeof faults)[number];

const met = new Map<Fault, number>();
let draw: () => Fault = () => 'none';

const forward = async (request: IncomingMessage, body: Buffer) => {
  const { host: _host, connection: _connection, ...headers } = request.headers;
  const response = await fetch(url() + request.url, {
    method: request.method ?? 'GET',
    headers: headers as Record<string, string>,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  const { 'content-encoding': _encoding, ...answered } = Object.fromEntries(response.headers);
  return { status: response.status, headers: answered, body: Buffer.from(await response.arrayBuffer()) };
};

/** A proxy that does to every call what the draw says: answers arrive late, broken, twice, out of order, or not at all. */
const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const body = await buffer(request);
  const fault = draw();
  met.set(fault, (met.get(fault) ?? 0) + 1);
  if (fault === 'cutBefore') return void request.socket.destroy();
  if (fault === 'limited') return void response.writeHead(429, { 'retry-after': '0' }).end();
  const first = forward(request, body);
  // The same call over two ways; whichever answer comes first is the answer.
  const answer = await (fault === 'twice' ? Promise.race([first, forward(request, body)]) : first);
  await first.catch(() => {});
  if (fault === 'cutAfter') return void request.socket.destroy();
  if (fault === 'late') await wait(Math.random() * 150);
  if (fault === 'failed') return void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad gateway');
  response.writeHead(answer.status, answer.headers);
  if (fault !== 'cutInAnswer' || answer.body.length < 2) return void response.end(answer.body);
  response.write(answer.body.subarray(0, answer.body.length / 2), () => request.socket.destroy());
};

let proxy: Server;
let proxied: string;
before(async () => {
  proxy = createServer((request, response) => void handle(request, response).catch(() => request.socket.destroy()));
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  proxied = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
after(() => {
  proxy.closeAllConnections();
  proxy.close();
});

/** Sends until it gets through, as an outbox would: the client's own repetitions, and then another call with the same object. */
const insist = async <Result>(send: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      assert.ok(isLaporError(error), String(error));
      // A cut upload may be found out in either way; both tell exactly that it is to be sent again.
      if (!error.retryable) throw error;
    }
  }
};

const titlesAt = async (mark: string): Promise<string[]> => {
  const desk = createDeskClient({ gateway: url(), secretKey: demoKeys.secretKey });
  const reports = await desk.desk.list({ q: mark, order: 'received', limit: 100 }).toArray();
  return reports.map(({ title }) => title).filter((title) => title.includes(mark));
};

test('200 reports through a network that drops, delays, doubles and reorders are 200 reports', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  draw = () => faults[Math.floor(Math.random() * faults.length)] ?? 'none';
  const client = createClient({ gateway: proxied, siteKey: demoKeys.siteKey, timeout: 5000, maxRetryDelay: 10_000 });
  // A word of letters alone: with digits among them it may read as a number plate, which the gateway masks.
  const mark = `uji${Array.from(randomBytes(8), (byte) => String.fromCharCode(97 + (byte % 26))).join('')}`;
  const reports = Array.from({ length: 200 }, (_, index) => sampleReport({ title: `${mark} laporan nomor ${index}` }));
  const ids: string[] = [];
  const waiting = [...reports];
  const work = async () => {
    for (let report = waiting.pop(); report; report = waiting.pop()) {
      const sent = report;
      ids.push((await insist(() => client.reports.submit(sent))).trackingId);
    }
  };
  await Promise.all(Array.from({ length: 20 }, work));
  draw = () => 'none';
  await wait(50);
  process.off('unhandledRejection', note);
  assert.equal(new Set(ids).size, 200);
  const kept = await titlesAt(mark);
  assert.deepEqual([kept.length, new Set(kept).size], [200, 200]);
  assert.deepEqual(unhandled, []);
  for (const fault of faults) assert.ok((met.get(fault) ?? 0) > 0, `the network did ${fault}`);
});

test('a file arrives whole wherever the connection is cut', async () => {
  const client = createClient({ gateway: proxied, siteKey: demoKeys.siteKey, retries: 5 });
  const content = new Uint8Array(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(600_000), Buffer.from('\n%%EOF\n')]),
  );
  for (const fault of ['cutBefore', 'cutAfter', 'failed'] as const) {
    for (const step of [0, 1, 2]) {
      let calls = 0;
      draw = () => (calls++ === step ? fault : 'none');
      const file = new File([content], 'surat.pdf', { type: 'application/pdf' });
      const sent: number[] = [];
      const { id } = await client.attachments.upload(file, { onProgress: (progress) => sent.push(progress.sent) });
      assert.equal(sent.at(-1), content.length);
      draw = () => 'none';
      const { trackingId, token } = await client.reports.submit(sampleReport({ attachments: [id] }));
      const [kept] = (await client.reports.get(trackingId, { token })).own?.attachments ?? [];
      assert.deepEqual([kept?.name, kept?.bytes], ['surat.pdf', content.length], `${fault} at call ${step}`);
    }
  }
});

test('an upload goes on after a reload where it stopped, by what was remembered', async () => {
  const remembered = new Map<string, string>();
  const memory = {
    getItem: (name: string) => remembered.get(name) ?? null,
    setItem: (name: string, value: string) => void remembered.set(name, value),
    removeItem: (name: string) => void remembered.delete(name),
  };
  const content = new Uint8Array(
    Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(700_000), Buffer.from('\n%%EOF\n')]),
  );
  const fileOf = () => new File([content], 'surat.pdf', { type: 'application/pdf' });
  let calls = 0;
  draw = () => (calls++ >= 2 ? 'cutBefore' : 'none');
  const page = () => createClient({ gateway: proxied, siteKey: demoKeys.siteKey, retries: 0 });
  await assert.rejects(
    page().attachments.upload(fileOf(), { memory }),
    (error) => isLaporError(error) && error.retryable,
  );
  assert.equal(remembered.size, 1);
  assert.ok(![...remembered].flat().some((text) => text.includes('surat') || text.includes(demoKeys.siteKey)));
  draw = () => 'none';
  const sent: number[] = [];
  await page().attachments.upload(fileOf(), { memory, onProgress: (progress) => sent.push(progress.sent) });
  assert.ok((sent[0] ?? 0) > 0, 'it did not begin anew');
  assert.equal(remembered.size, 0);
});

test('a file that the site does not take is refused with a reason, and is no reason to try again', async () => {
  const client = createClient({ gateway: url(), siteKey: demoKeys.siteKey });
  await assert.rejects(
    client.attachments.upload(new File(['bukan gambar'], 'a.txt', { type: 'text/plain' })),
    (error) => isRefused(error) && !error.retryable,
  );
});

test("a network's sign-in page is no receipt", async () => {
  const client = createClient({
    gateway: 'https://lapor.example',
    siteKey: demoKeys.siteKey,
    fetch: async () => new Response('<html>Selamat datang di Wi-Fi', { headers: { 'content-type': 'text/html' } }),
  });
  await assert.rejects(
    client.reports.submit(sampleReport()),
    (error) =>
      isUnexpectedResponse(error) && error.retryable && error.status === 200 && error.mediaType === 'text/html',
  );
});
