import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { newAttempt, sampleReport } from '../test-gateway.test.support.ts';
import { newFolder, type ServerProcess, startServer } from './server-process.test.support.ts';

/** A span as the protocol of OpenTelemetry writes it in JSON. */
interface Span {
  readonly name: string;
  readonly kind: number;
  readonly parentSpanId?: string;
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** A collector that keeps what it is sent. */
const startCollector = async () => {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const keep = async () => void bodies.push(await text(request));
    void keep().then(() => response.setHeader('content-type', 'application/json').end('{}'));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
};

const spansOf = (bodies: readonly string[]): Span[] =>
  // oxlint-disable-next-line typescript/no-explicit-any -- a document of another program
  bodies.flatMap((body) => JSON.parse(body).resourceSpans.flatMap((each: any) => each.scopeSpans.flatMap((scope: any) => scope.spans))); // prettier-ignore

describe('a gateway that is watched by OpenTelemetry', { timeout: 120_000 }, () => {
  let folder: Awaited<ReturnType<typeof newFolder>>;
  let collector: Awaited<ReturnType<typeof startCollector>>;
  let server: ServerProcess;
  const secrets: string[] = ['pk_demo_sumbar', 'sk_demo_sumbar', 'rahasia-dari-jalan', 'penanda-orang-lain'];
  before(async () => {
    [folder, collector] = await Promise.all([newFolder(), startCollector()]);
    const environment = {
      NODE_OPTIONS: `--import ${new URL('../telemetry/preload.ts', import.meta.url).href}`,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    };
    server = await startServer({ data: folder.data, environment }, ['--demo']);
  });
  after(async () => {
    await server?.kill();
    await collector?.close();
    await folder?.remove();
  });

  test('sends a span of each call, and nothing private, also of those that it finishes while it stops', async () => {
    const call = (path: string, key: string, body?: object) =>
      fetch(`${server.url}${path}`, {
        headers: {
          authorization: `Bearer ${key}`,
          origin: 'http://localhost:8080',
          'content-type': 'application/json',
          'idempotency-key': newAttempt(),
          traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00',
          baggage: 'orang=penanda-orang-lain',
        },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
    const report = sampleReport({
      title: 'rahasia-dari-jalan',
      confidential: true,
      reporter: { name: 'Siti Rahmawati' },
    });
    const filed = await call('/v1/reports', 'pk_demo_sumbar', report);
    const { trackingId, token } = (await filed.json()) as { trackingId: string; token: string };
    assert.equal(filed.status, 201);
    secrets.push(trackingId, token, 'Siti Rahmawati', 'Koto Tangah', folder.data);
    assert.equal((await call(`/v1/reports/${trackingId}`, token)).status, 200);
    assert.equal((await call('/v1/reports?q=rahasia-dari-jalan', 'pk_demo_sumbar')).status, 200);
    assert.equal((await call(`/v1/desk/reports/${trackingId}`, 'sk_demo_sumbar')).status, 200);
    assert.equal((await call(`/rahasia-dari-jalan/${token}`, 'pk_demo_sumbar')).status, 404);
    assert.equal(await server.stop(), 0);

    const spans = spansOf(collector.bodies);
    const names = spans.map(({ name }) => name);
    for (const name of ['POST /v1/reports', 'GET /v1/reports/{trackingId}', 'GET /v1/reports', 'GET'])
      assert.ok(names.includes(name), `${name} of ${names.join(', ')}`);
    const filing = spans.find(({ name }) => name === 'POST /v1/reports')!;
    const attributes = Object.fromEntries(filing.attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
    assert.equal(attributes['lapor.request_id'], filed.headers.get('request-id'));
    assert.deepEqual(
      [attributes['http.route'], Number(attributes['http.response.status_code']), attributes['lapor.operation']],
      ['/v1/reports', 201, 'submitReport'],
    );
    assert.equal(filing.parentSpanId ?? '', '');
    for (const secret of secrets)
      for (const body of collector.bodies) assert.ok(!body.includes(secret), `${secret} in ${body}`);
  });
});
