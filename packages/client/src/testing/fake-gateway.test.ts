import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Site, Statistics } from '@lapor/schemas';
import { type Endpoint, endpoints, fillPath, needsIdempotencyKey, type OperationId } from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import {
  createClient,
  createDeskClient,
  isConflict,
  isGatewayFailed,
  isLaporError,
  isRateLimited,
  isRefused,
  isTimedOut,
  isUnexpectedResponse,
  isUnreachable,
} from '../index.ts';
import {
  createFakeGateway,
  type Disturbance,
  type FakeGateway,
  type FakeGatewayOptions,
  FakeRefusal,
} from './index.ts';

const report = {
  classification: 'complaint',
  title: 'Jembatan gantung rusak',
  content: 'Papan jembatan gantung di Jorong Koto Tuo banyak yang lepas.',
} as const;

const clientOf = (gateway: FakeGateway, more: object = {}) =>
  createClient({ gateway: gateway.address, siteKey: gateway.siteKey, fetch: gateway.fetch, ...more });

const deskOf = ({ address, secretKey, fetch }: FakeGateway) => createDeskClient({ gateway: address, secretKey, fetch });

const opened = (options?: FakeGatewayOptions) => {
  const gateway = createFakeGateway(options);
  return { gateway, client: clientOf(gateway, { retries: 0 }) };
};

test('a report goes its whole way, and lies open to the test', async () => {
  const { gateway, client } = opened();
  const { trackingId, token, owner } = await client.reports.submit(report);
  assert.equal(owner.id, 'pemko-padang');
  const desk = deskOf(gateway);
  for (const action of [
    { type: 'verify' },
    { type: 'dispose', to: 'dishub-padang' },
    { type: 'respond', message: 'Sudah diganti.' },
  ] as const) {
    await desk.desk.act(trackingId, action);
  }
  assert.deepEqual((await client.reports.get(trackingId, { token })).own?.allowedActions, [
    'reply',
    'confirm',
    'dispute',
    'withdraw',
  ]);
  await client.reports.confirm(trackingId, { rating: 5 }, { token });
  assert.deepEqual(
    gateway.reports.map(({ status, report: { title } }) => [status, title]),
    [['completed', report.title]],
  );
  assert.deepEqual(
    (await desk.desk.list({ view: 'closed' }).toArray()).map((one) => one.trackingId),
    [trackingId],
  );
});

/** What each fault makes of the client's call, and whether the report arrived all the same. */
const struck: readonly (readonly [Disturbance, (error: unknown) => boolean, arrived: number])[] = [
  [{ kind: 'dropBefore' }, isUnreachable, 0],
  [{ kind: 'dropAfter' }, isUnreachable, 1],
  [{ kind: 'failBefore' }, (error) => isGatewayFailed(error) && error.code === 'unexpected', 0],
  [{ kind: 'failAfter', status: 504 }, (error) => isGatewayFailed(error) && error.status === 504, 1],
  [{ kind: 'limit', retryAfter: 30 }, (error) => isRateLimited(error) && +error.retryAt > Date.now() + 25_000, 0],
  [
    { kind: 'refuse', code: 'challengeFailed' },
    (error) => isLaporError(error) && /challengeFailed/.test(error.message),
    0,
  ],
  [{ kind: 'signInPage' }, (error) => isUnexpectedResponse(error) && error.mediaType === 'text/html', 0],
  [{ kind: 'garbage' }, isUnexpectedResponse, 1],
  [{ kind: 'delay', milliseconds: 10_000 }, (error) => isTimedOut(error), 1],
];

for (const [disturbance, isRight, arrived] of struck) {
  test(`${disturbance.kind}: the client says so, and calling again makes one report`, async () => {
    const { gateway } = opened({ disturbances: [disturbance] });
    const client = clientOf(gateway, { retries: 0, timeout: disturbance.kind === 'delay' ? 50 : 30_000 });
    await assert.rejects(client.reports.submit(report), (error) => isRight(error) || assert.fail(String(error)));
    assert.equal(gateway.reports.length, arrived);
    await client.reports.submit(report);
    assert.equal(gateway.reports.length, 1);
    assert.equal(new Set(gateway.calls.map(({ idempotencyKey }) => idempotencyKey)).size, 1);
  });
}

test('an answer can be overtaken by that of a later call', async () => {
  const { gateway, client } = opened({ disturbances: [{ kind: 'overtaken', on: 'getSite', milliseconds: 60_000 }] });
  const order: string[] = [];
  const first = client.site.get().then(() => order.push('first'));
  const second = client.statistics.get().then(() => order.push('second'));
  await Promise.all([first, second]);
  assert.deepEqual(order, ['second', 'first']);
  assert.deepEqual(
    gateway.calls.map(({ operationId }) => operationId),
    ['getSite', 'getStatistics'],
  );
});

test('faults strike the calls that they are for, as often as told, until they are ended', async () => {
  const { gateway, client } = opened();
  const end = gateway.disturb({ kind: 'dropBefore', on: ['getSite', 'listReports'], skip: 1, times: 2 });
  const outcomes: boolean[] = [];
  for (let call = 0; call < 5; call += 1)
    outcomes.push(
      await client.site.get().then(
        () => true,
        () => false,
      ),
    );
  assert.deepEqual(outcomes, [true, false, false, true, true]);
  await client.statistics.get();
  end();
  gateway.disturb({ kind: 'dropBefore', times: Infinity });
  await assert.rejects(client.site.get(), isUnreachable);
  gateway.calm();
  await client.site.get();
});

test('the same seed and the same calls are the same run', async () => {
  const run = async (seed: number) => {
    const { gateway, client } = opened({
      seed,
      now: '2026-11-26T03:00:00Z',
      disturbances: [
        { kind: 'dropAfter', chance: 0.3 },
        { kind: 'failBefore', chance: 0.3 },
      ],
    });
    const outcomes: unknown[] = [];
    for (let index = 0; index < 30; index += 1) {
      outcomes.push(
        await client.reports.submit({ ...report }).then(
          ({ trackingId, token }) => [trackingId, token],
          (error: Error) => error.name,
        ),
      );
    }
    return [outcomes, gateway.reports.map(({ token }) => token)];
  };
  assert.deepEqual(await run(1708), await run(1708));
  assert.notDeepEqual(await run(1708), await run(1709));
});

test('a client that repeats by itself brings 60 reports through a bad network once each', async () => {
  const gateway = createFakeGateway({
    seed: 3,
    disturbances: [
      { kind: 'dropBefore', chance: 0.1 },
      { kind: 'dropAfter', chance: 0.1 },
      { kind: 'failAfter', chance: 0.1 },
      { kind: 'limit', retryAfter: 0, chance: 0.1 },
      { kind: 'overtaken', chance: 0.2, milliseconds: 50 },
    ],
  });
  const client = clientOf(gateway, { retries: 12 });
  const ids = await Promise.all(
    Array.from({ length: 60 }, async () => (await client.reports.submit({ ...report })).trackingId),
  );
  assert.equal(new Set(ids).size, 60);
  assert.equal(gateway.reports.length, 60);
  assert.ok(gateway.calls.length > 60);
});

test('a file goes up in pieces, is checked, and comes down again', async () => {
  const { gateway, client } = opened();
  const retrying = clientOf(gateway);
  gateway.disturb({ kind: 'dropAfter', on: 'appendUpload' });
  const bytes = new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(600_000)}`);
  const { id } = await retrying.attachments.upload(new File([bytes], 'surat.pdf', { type: 'application/pdf' }));
  const { trackingId } = await client.reports.submit({ ...report, attachments: [id] });
  const desk = deskOf(gateway);
  const [file] = (await desk.desk.get(trackingId)).attachments;
  assert.deepEqual([file?.name, file?.bytes], ['surat.pdf', bytes.length]);
  assert.deepEqual(new Uint8Array(await (await desk.desk.download(file?.url ?? '')).arrayBuffer()), bytes);
  await assert.rejects(client.reports.submit({ ...report, attachments: [id] }), isRefused);
});

test('a site of the test has its own limits, and its clock moves', async () => {
  const limits = (await opened().client.site.get()).limits;
  const site: Partial<Site> = { limits: { ...limits, contentMax: 20, required: ['contact'] } };
  const { gateway, client } = opened({ site, now: '2026-11-26T03:00:00Z' });
  await assert.rejects(
    client.reports.submit(report),
    (error) => isRefused(error) && error.fields.map(({ pointer }) => pointer).join() === '/content,/reporter/email',
  );
  const desk = deskOf(gateway);
  const { now } = await desk.sandbox.move({ advance: { amount: 3, unit: 'workingDay' } });
  assert.match(now, /^2026-12-01T03:00/);
  await assert.rejects(desk.sandbox.move({ now: '2026-11-01T00:00:00Z' }), isConflict);
});

test('an answer of the test takes the place of the fake one, and is held against the contract', async () => {
  const figures = structuredClone(await opened().client.statistics.get());
  const { client } = opened({
    answers: {
      getStatistics: async () => ({ status: 200, body: { ...figures, total: 4711 } }),
      getSite: async () => ({ status: 200, body: {} as Site }),
      suggest: async () => {
        throw new FakeRefusal('rateLimited', { retryAfterSeconds: 3 });
      },
    },
  });
  assert.equal((await client.statistics.get()).total satisfies Statistics['total'], 4711);
  await assert.rejects(client.suggestions.get({ content: 'Lampu mati' }), isRateLimited);
  await assert.rejects(
    client.site.get(),
    (error) =>
      isGatewayFailed(error) &&
      !error.retryable &&
      /`getSite` departs from the contract at \/id/.test(error.problem?.detail ?? ''),
  );
});

/** What a parameter of a path may be. */
const parameterOf = (name: string): string =>
  ({ code: '13.71', trackingId: '1000001', siteKey: 'pk_palsu' })[name] ?? 'contoh';

const ask = async (gateway: FakeGateway, endpoint: Endpoint): Promise<Response> => {
  const { method, path, callers, headers = z.object({}) } = endpoint;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const parameters = Object.fromEntries(names.map((name) => [name, parameterOf(name)]));
  const key = callers.includes('site') ? gateway.siteKey : gateway.secretKey;
  const response = await gateway.fetch(gateway.address + fillPath(path, parameters), {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(needsIdempotencyKey(endpoint) && { 'idempotency-key': 'satu' }),
      ...('tus-resumable' in headers.shape && { 'tus-resumable': '1.0.0' }),
    },
  });
  return response;
};

test('every endpoint of the contract is answered by it', async () => {
  const gateway = createFakeGateway();
  for (const [operationId, endpoint] of Object.entries(endpoints) as [OperationId, Endpoint][]) {
    const response = await ask(gateway, endpoint);
    const answer = endpoint.answers[response.status];
    const text = await response.text();
    // What is not asked rightly here is refused with a problem of the contract, and all else is an answer of it.
    if (answer?.schema) assert.ok(z.safeParse(answer.schema, JSON.parse(text)).success, operationId);
    if (!answer) assert.equal(response.headers.get('content-type'), 'application/problem+json', operationId);
  }
});

test('it listens as a server, and ends a connection where an answer is dropped', async () => {
  const gateway = createFakeGateway({ disturbances: [{ kind: 'dropAfter', on: 'submitReport' }] });
  const { url, close } = await gateway.listen();
  try {
    const client = createClient({ gateway: url, siteKey: gateway.siteKey, retries: 0 });
    await assert.rejects(client.reports.submit(report), isUnreachable);
    const { followUrl } = await client.reports.submit({ ...report });
    assert.ok(followUrl?.startsWith(url));
    assert.equal(gateway.reports.length, 2);
    const preflight = await fetch(`${url}/v1/reports`, {
      method: 'OPTIONS',
      headers: { origin: 'https://padang.example', 'access-control-request-method': 'POST' },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), 'https://padang.example');
  } finally {
    await close();
  }
});

test('it works under a path, as a gateway may', async () => {
  const gateway = createFakeGateway({ address: 'https://sumbar.example/lapor/' });
  await clientOf(gateway).site.get();
  assert.deepEqual(gateway.calls[0]?.path, '/v1/site');
});
