import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Endpoint, endpoints } from '@lapor/schemas/contract';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { openTestGateway, sampleReport, type TestAnswer } from '../test-gateway.test.support.ts';
import { startPostgres } from '../test-postgres.test.support.ts';

const valueOf = (text: string, name: string): number =>
  Number(new RegExp(`^${name.replaceAll(/[{}"]/g, '\\$&')} (.+)$`, 'm').exec(text)?.[1]);

onBothDatabases('the operator’s endpoints', (gateway) => {
  const ask = (path: string): Promise<TestAnswer> => gateway().call('GET', path, { key: null });

  test('a migrated gateway is ready, and says on which database', async () => {
    const { status, body } = await ask('/readyz');
    assert.equal(status, 200);
    assert.equal(body.status, 'ready');
    assert.ok(['pglite', 'postgresql'].includes(body.checks.database));
  });

  test('a gateway whose tables are gone is not ready', async () => {
    const { database } = gateway().gateway.engine;
    await database.query('alter table migration rename to migration_elsewhere');
    try {
      const { status, headers, body } = await ask('/readyz');
      assert.deepEqual([status, body.code, headers.get('retry-after')], [503, 'unavailable', '5']);
    } finally {
      await database.query('alter table migration_elsewhere rename to migration');
    }
    assert.equal((await ask('/readyz')).status, 200);
  });

  test('the figures count calls by route, and deadlines', async () => {
    const counted = 'lapor_http_requests_total{method="POST",route="/v1/reports",status="201"}';
    const { body: bodyBefore } = await ask('/metrics');
    assert.equal((await gateway().call('POST', '/v1/reports', { body: sampleReport() })).status, 201);
    const { body, headers } = await ask('/metrics');
    assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
    assert.equal(valueOf(body, counted), (valueOf(bodyBefore, counted) || 0) + 1);
    for (const name of [
      'lapor_deadlines_running',
      'lapor_deadlines_missed',
      'lapor_outbox_waiting',
      'process_cpu_seconds_total',
    ])
      assert.ok(Number.isFinite(valueOf(body, name)), name);
    assert.match(body, /^lapor_database_up\{engine="\w+"\} 1$/m);
  });

  test('the figures hold nothing of reports or callers', async () => {
    const { body: receipt } = await gateway().call('POST', '/v1/reports', { body: sampleReport() });
    await gateway().call('GET', `/v1/reports/${receipt.trackingId}?x=rahasia`);
    await gateway().call('GET', '/rahasia/tiang-lampu');
    const { body } = await ask('/metrics');
    for (const secret of ['rahasia', 'tiang-lampu', 'Jembatan', 'pk_']) assert.ok(!body.includes(secret), secret);
    // A figure may hold any digits within others.
    assert.doesNotMatch(body, new RegExp(`(?<!\\d)${receipt.trackingId}(?!\\d)`));
  });

  test('the document lists what this gateway offers, at its own address, and no sandbox', async () => {
    const { body } = await ask('/v1/openapi.json');
    assert.deepEqual(body.servers, [{ url: 'http://localhost:1708' }]);
    const listed = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    for (const operation of [
      'getHealth',
      'getReadiness',
      'getMetrics',
      'getOpenApi',
      'getReference',
      'submitReport',
    ] as const) {
      assert.ok(listed.includes(`${endpoints[operation].method} ${endpoints[operation].path}`), operation);
    }
    const sandbox = Object.values<Endpoint>(endpoints).filter(({ tag }) => tag === 'sandbox');
    assert.ok(sandbox.length > 0);
    for (const { method, path } of sandbox) assert.ok(!listed.includes(`${method} ${path}`), path);
  });

  test('every operation of the document has a route', async () => {
    const { body } = await ask('/v1/openapi.json');
    for (const [path, methods] of Object.entries<object>(body.paths)) {
      for (const method of Object.keys(methods)) {
        const { status, body: answer } = await gateway().call(method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '0'), {
          key: null,
        });
        assert.notEqual(status, 405, `${method} ${path}`);
        if (status === 404) assert.equal(answer.code, 'notFound');
      }
    }
  });
});

describe('the reference page', () => {
  let page: TestAnswer;
  let opened: Awaited<ReturnType<typeof openTestGateway>>;
  before(async () => {
    opened = await openTestGateway();
    page = await opened.call('GET', '/v1/reference', { key: null });
  });
  after(() => opened.gateway.close());

  test('it is a page that loads nothing', () => {
    assert.equal(page.status, 200);
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8');
    assert.doesNotMatch(page.body, /<script [^>]*src=|<link rel="stylesheet"|@import|cdn\.redoc\.ly/);
  });

  test('its policy allows these two scripts by their digests and no host', () => {
    const policy = page.headers.get('content-security-policy') ?? '';
    const scripts = [...String(page.body).matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => script);
    assert.equal(scripts.length, 2);
    for (const script of scripts)
      assert.ok(policy.includes(`'sha256-${createHash('sha256').update(script).digest('base64')}'`));
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy.replaceAll(/sha256-[^']+/g, ''), /https?:|\*|unsafe-eval|script-src[^;]*unsafe/);
  });

  test('it draws the document of the same gateway', async () => {
    const [, address = ''] = /data-document="([^"]+)"/.exec(page.body) ?? [];
    const { status, body } = await opened.call('GET', address, { key: null });
    assert.deepEqual([status, body.openapi], [200, '3.1.0']);
  });
});

describe('while the database is away', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let opened: Awaited<ReturnType<typeof openTestGateway>>;
  before(async () => {
    postgres = await startPostgres();
    opened = await openTestGateway({ url: await postgres.newDatabase() });
  });
  after(async () => {
    await opened?.gateway.close();
    await postgres?.end();
  });

  test('it lives, is not ready, says when to come back, and is ready by itself again', async () => {
    const ask = (path: string) => opened.call('GET', path, { key: null });
    await postgres.stop();
    const { status, headers, body } = await ask('/readyz');
    assert.deepEqual([status, body.code], [503, 'unavailable']);
    assert.ok(Number(headers.get('retry-after')) > 0);
    assert.equal((await ask('/healthz')).status, 200);
    assert.match((await ask('/metrics')).body, /^lapor_database_up\{engine="postgresql"\} 0$/m);
    await postgres.start();
    assert.equal((await ask('/readyz')).status, 200);
  });
});
