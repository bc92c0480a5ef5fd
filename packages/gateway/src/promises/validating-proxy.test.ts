import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { endpoints, needsIdempotencyKey, type OperationId } from '@lapor/schemas/contract';
import { listenOnLoopback } from '../attachments/attachments.test.support.ts';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { ask, type RawCall } from './ask.test.support.ts';
import { credentialsIn } from './credentials.test.support.ts';
import { foreignCalls } from './foreign-things.test.support.ts';
import { type Judged, type Prism, seenThrough, startPrism } from './prism.test.support.ts';
import { rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { sampleCalls } from './sample-calls.test.support.ts';
import { buildWorld, wiredOperations, type World } from './world.test.support.ts';

onBothDatabases(
  'an independent validating proxy before the gateway',
  (opened) => {
    let served: Awaited<ReturnType<typeof listenOnLoopback>>;
    let prism: Prism;
    let seen: Judged[] = [];
    let through: TestGateway;
    let world: World;
    let samples: SampleCall[];
    /** What the server does to an answer before it leaves. */
    let spoil = (response: Response): Response | Promise<Response> => response;
    before(async () => {
      const { gateway } = opened();
      served = await listenOnLoopback({
        ...gateway,
        fetch: async (request, origin) => spoil(await gateway.fetch(request, origin)),
      });
      prism = await startPrism(served.url);
      through = { ...opened(), gateway: seenThrough(prism, gateway, (judged) => void seen.push(judged)) };
      world = await buildWorld(through);
      const wired = await wiredOperations(opened(), sampleCalls(world));
      samples = sampleCalls(world).filter(({ operationId }) => wired.includes(operationId));
    });
    after(async () => {
      await prism?.stop();
      await served?.close();
    });

    const call = (raw: RawCall) => ask(through.gateway, raw);
    const faultyAnswers = (): Judged[] =>
      seen.filter(({ violations }) => violations.some(({ location }) => location[0] === 'response'));

    test('finds nothing in what the gateway was filled with', () => {
      assert.ok(seen.length >= 15);
      assert.deepEqual(
        seen.filter(({ violations }) => violations.length > 0),
        [],
      );
    });

    test('finds nothing in a sound call of any endpoint, nor in its answer', async () => {
      seen = [];
      const answered = new Map<OperationId, number>();
      for (const sample of samples) answered.set(sample.operationId, (await call(rawCallOf(sample))).status);
      for (const [operationId, status] of answered) assert.ok(status < 300, `${operationId}: ${status}`);
      assert.deepEqual(
        seen.filter(({ violations }) => violations.length > 0),
        [],
      );
      assert.ok(answered.size > 40);
    });

    test('finds nothing in how wrong credentials, foreign things and unsound calls are refused', async () => {
      seen = [];
      // A refused HEAD says what the body of a GET would be and has none; Prism 5.16 reads that none and fails.
      const refusable = samples.filter(({ operationId }) => endpoints[operationId].method !== 'HEAD');
      for (const sample of refusable) {
        for (const { headers } of credentialsIn(world).filter((_, index) => index % 6 === 0))
          await call(rawCallOf({ ...sample, key: null, headers: { ...sample.headers, ...headers } }));
        if (sample.body !== undefined) {
          await call(rawCallOf({ ...sample, body: {} }));
          // Not what is no JSON at all: Prism 5.16 never answers that.
          await call({ ...rawCallOf(sample), headers: { ...rawCallOf(sample).headers, 'content-type': 'text/html' } });
        }
        if (needsIdempotencyKey(endpoints[sample.operationId]))
          await call(rawCallOf({ ...sample, headers: { ...sample.headers, 'idempotency-key': '' } }));
      }
      for (const { operationId, change } of foreignCalls(world)) {
        const sample = refusable.find((known) => known.operationId === operationId);
        if (sample) await call(rawCallOf({ ...sample, ...change }));
      }
      assert.deepEqual(faultyAnswers(), []);
      assert.ok(seen.filter(({ status }) => status >= 400).length > 200);
    });

    const plantings: [string, (response: Response) => Promise<Response> | Response][] = [
      [
        'a body that lacks what was promised',
        async (response) => {
          const { regionCode: _, ...rest } = (await response.json()) as Record<string, unknown>;
          return Response.json(rest, response);
        },
      ],
      [
        'a member of another type',
        async (response) => Response.json({ ...((await response.json()) as object), languages: 'id' }, response),
      ],
      ['a status that no endpoint documents', (response) => new Response(response.body, { ...response, status: 418 })],
      [
        'a refusal that is no problem document',
        () => new Response('{"error":"x"}', { status: 401, headers: { 'content-type': 'application/problem+json' } }),
      ],
    ];
    for (const [name, planted] of plantings) {
      test(`would find ${name}`, async () => {
        seen = [];
        spoil = planted;
        try {
          await through.gateway.fetch(
            new Request('http://localhost/v1/site', { headers: { authorization: `Bearer ${testKeys.site}` } }),
          );
        } finally {
          spoil = (response) => response;
        }
        assert.equal(faultyAnswers().length, 1, JSON.stringify(seen));
      });
    }
  },
  { sandbox: true },
);
