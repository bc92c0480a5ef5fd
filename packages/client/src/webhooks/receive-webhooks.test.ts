import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import express from 'express';
import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import { createWebhookHandler, isWebhookError, readWebhook, signWebhook, type WebhookFault } from './index.ts';

const secret = `whsec_${Buffer.from('sebuah rahasia yang cukup panjang').toString('base64')}`;
const oldSecret = `whsec_${Buffer.from('rahasia lama yang juga cukup panjang').toString('base64')}`;
const sentAt = new Date('2026-11-22T01:15:50Z');
const now = () => sentAt;

const event = {
  id: 'evt_1',
  timestamp: '2026-11-22T01:15:50Z',
  type: 'report.received',
  data: {
    trackingId: '9165816',
    classification: 'complaint',
    status: { code: 'unverified', label: 'Belum diverifikasi' },
    owner: { id: 'sumbar', name: 'Pemerintah Provinsi Sumatera Barat' },
    confidential: false,
  },
};
const body = JSON.stringify(event);
const headersOf = (change: Partial<Parameters<typeof signWebhook>[0]> = {}) =>
  signWebhook({ id: 'evt_1', body, secret, sentAt, ...change });

/** The fault for which a message is refused. */
const faultOf = async (message: Parameters<typeof readWebhook>[0], options = {}): Promise<WebhookFault> => {
  const error: unknown = await readWebhook(message, { secret, now, ...options }).then(
    () => assert.fail('it was believed'),
    (reason: unknown) => reason,
  );
  assert.ok(isWebhookError(error), String(error));
  assert.doesNotMatch(`${error.message} ${JSON.stringify(error)}`, /9165816|Sumatera|whsec_/);
  return error.code;
};

test('an event is read from a Fetch request, and from headers and bytes as Node has them', async () => {
  const headers = await headersOf();
  const request = new Request('https://desk.example/lapor', { method: 'POST', headers, body });
  assert.deepEqual(await readWebhook(request, { secret, now }), event);
  for (const raw of [body, Buffer.from(body), new Uint8Array(Buffer.from(body)).buffer])
    assert.deepEqual(await readWebhook({ headers, body: raw }, { secret, now }), event);
});

test('what `standardwebhooks` signs is believed here, and the other way about', async () => {
  const peer = new Webhook(secret);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uuid(), async (message, id) => {
      const payload = JSON.stringify({ ...event, type: 'webhook.test', data: { message } });
      const current = new Date();
      const theirs = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(current.getTime() / 1000)),
        'webhook-signature': peer.sign(id, current, payload),
      };
      const read = await readWebhook({ headers: theirs, body: payload }, { secret });
      assert.ok(read.type === 'webhook.test');
      assert.deepEqual(peer.verify(payload, await signWebhook({ id, body: payload, secret })), JSON.parse(payload));
    }),
    { numRuns: 50 },
  );
});

test('a changed body, time or id, and another secret, are refused', async () => {
  const headers = await headersOf();
  const anotherTime = String(sentAt.getTime() / 1000 + 1);
  assert.equal(await faultOf({ headers, body: body.replace('complaint', 'aspiration') }), 'signatureWrong');
  assert.equal(await faultOf({ headers: { ...headers, 'webhook-timestamp': anotherTime }, body }), 'signatureWrong');
  assert.equal(await faultOf({ headers: { ...headers, 'webhook-id': 'evt_2' }, body }), 'signatureWrong');
  assert.equal(await faultOf({ headers: await headersOf({ secret: oldSecret }), body }), 'signatureWrong');
});

test('while a secret is changed over, either side may hold both', async () => {
  const [old, current] = [await headersOf({ secret: oldSecret }), await headersOf()];
  const both = `${old['webhook-signature']} ${current['webhook-signature']}`;
  const signedTwice = { ...current, 'webhook-signature': both };
  for (const known of [secret, oldSecret, [secret, oldSecret]])
    assert.deepEqual(await readWebhook({ headers: signedTwice, body }, { secret: known, now }), event);
  assert.deepEqual(await readWebhook({ headers: old, body }, { secret: [secret, oldSecret], now }), event);
});

test('signatures of other versions, broken ones and very many are passed over', async () => {
  const headers = await headersOf();
  const signature = headers['webhook-signature'];
  const withSignature = (value: string) => ({ headers: { ...headers, 'webhook-signature': value }, body });
  assert.deepEqual(await readWebhook(withSignature(`v2,AAAA v1,%%% v1a,AAAA ${signature}`), { secret, now }), event);
  assert.equal(await faultOf(withSignature(signature.replace('v1,', 'v2,'))), 'signatureWrong');
  assert.equal(await faultOf(withSignature(`${'v1,AAAA '.repeat(100_000)}${signature}`)), 'signatureWrong');
});

test('what was sent too long ago, or in the future, is refused with how long', async () => {
  const at = (seconds: number) => () => new Date(sentAt.getTime() + seconds * 1000);
  const message = { headers: await headersOf(), body };
  assert.deepEqual(await readWebhook(message, { secret, now: at(300) }), event);
  assert.equal(await faultOf(message, { now: at(301) }), 'timestampTooOld');
  assert.equal(await faultOf(message, { now: at(-301) }), 'timestampTooNew');
  assert.deepEqual(await readWebhook(message, { secret, now: at(3600), tolerance: 3600 }), event);
  await assert.rejects(readWebhook(message, { secret, now: at(400) }), { age: 400, status: 401 });
});

test('a message without its headers, or with a time that is none, comes from somewhere else', async () => {
  const headers: Record<string, string> = await headersOf();
  for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature']) {
    assert.equal(await faultOf({ headers: { ...headers, [name]: undefined }, body }), 'headerMissing');
    assert.equal(await faultOf({ headers: { ...headers, [name]: '' }, body }), 'headerMissing');
  }
  for (const time of ['abc', '1e9', '-5', '1 2', '9'.repeat(40)])
    assert.equal(await faultOf({ headers: { ...headers, 'webhook-timestamp': time }, body }), 'timestampInvalid');
});

test('an event of a type that is not known is handed over as such', async () => {
  const praised = JSON.stringify({ ...event, type: 'report.praised', data: { by: 'somebody' } });
  const read = await readWebhook({ headers: await headersOf({ body: praised }), body: praised }, { secret, now });
  const { id, timestamp } = event;
  assert.deepEqual(read, { type: 'unknown', rawType: 'report.praised', id, timestamp, data: { by: 'somebody' } });
});

test('a signed message that is no event is refused', async () => {
  const wrong = ['', 'null', '[]', '{}', '"x"', '{', JSON.stringify({ ...event, data: { trackingId: '9165816' } })];
  for (const text of wrong)
    assert.equal(await faultOf({ headers: await headersOf({ body: text }), body: text }), 'bodyInvalid', text);
});

test('a body that never ends is not read to its end', async () => {
  const endless = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(65_536)) });
  const request = new Request('https://desk.example/lapor', {
    method: 'POST',
    headers: await headersOf(),
    body: endless,
    duplex: 'half',
  } as RequestInit);
  assert.equal(await faultOf(request), 'bodyTooLarge');
  assert.equal(await faultOf({ headers: await headersOf(), body: Buffer.alloc(2_000_000) }), 'bodyTooLarge');
});

test('a secret that is none, and a body that was already read, are mistakes of the program', async () => {
  const message = { headers: await headersOf(), body };
  for (const wrong of ['', 'rahasia', 'whsec_', 'whsec_%%%', 'whsec_AAAA', secret.slice(6)])
    await assert.rejects(readWebhook(message, { secret: wrong, now }), { name: 'TypeError', message: /`secret`/ });
  const parsed = { ...message, body: JSON.parse(body) };
  await assert.rejects(readWebhook(parsed, { secret, now }), { name: 'TypeError', message: /express\.raw/ });
});

/** Posts signed and forged messages to a server and gives the statuses. */
const post = async (url: string) => {
  const send = async (change: object) => {
    const headers = { ...(await signWebhook({ id: 'evt_1', body, secret })), 'content-type': 'application/json' };
    return (await fetch(url, { method: 'POST', headers, body, ...change })).status;
  };
  return [await send({}), await send({ body: body.replace('false', 'true') })];
};

test('Express: raw bytes, then `readWebhook`', async (context: TestContext) => {
  const seen: string[] = [];
  const app = express();
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 passes on what an async handler throws
  app.post('/lapor', express.raw({ type: 'application/json' }), async (request, response) => {
    try {
      const { type } = await readWebhook({ headers: request.headers, body: request.body }, { secret });
      seen.push(type);
      response.sendStatus(204);
    } catch (error) {
      if (!isWebhookError(error)) throw error;
      response.sendStatus(error.status);
    }
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  assert.deepEqual(await post(`http://127.0.0.1:${port}/lapor`), [204, 401]);
  assert.deepEqual(seen, ['report.received']);
});

test('Hono and other Fetch servers: `createWebhookHandler`', async () => {
  const seen: string[] = [];
  const refused: string[] = [];
  const handle = createWebhookHandler({
    secret,
    handle: ({ type }) => void seen.push(type),
    onRefused: ({ code }) => refused.push(code),
  });
  const app = new Hono().post('/lapor', (context) => handle(context.req.raw));
  const ask = async (text: string) =>
    app.request('/lapor', { method: 'POST', headers: await signWebhook({ id: 'evt_1', body, secret }), body: text });
  assert.equal((await ask(body)).status, 204);
  assert.equal((await ask(`${body} `)).status, 401);
  assert.deepEqual([seen, refused], [['report.received'], ['signatureWrong']]);
});

test('what the handler itself throws is thrown on, so that the gateway tries again', async () => {
  const handle = createWebhookHandler({
    secret,
    handle: () => Promise.reject(new Error('the database is away')),
  });
  const headers = await signWebhook({ id: 'evt_1', body, secret });
  await assert.rejects(handle(new Request('https://desk.example/lapor', { method: 'POST', headers, body })), {
    message: 'the database is away',
  });
});

test('types: the type of an event tells its facts', async () => {
  const read = await readWebhook({ headers: await headersOf(), body }, { secret, now });
  // @ts-expect-error not every event is about a report
  assert.equal(read.data.trackingId, '9165816');
  assert.equal(read.type === 'report.received' && read.data.trackingId, '9165816');
  assert.notEqual(read.type === 'unknown' && read.rawType, 'report.received');
});
