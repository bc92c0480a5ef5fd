import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { SandboxFault } from '@lapor/schemas';
import { listenOnLoopback } from '../attachments/attachments.test.support.ts';
import type { TestGateway } from '../both-databases.test.support.ts';
import { openTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { callV3, fileSample, sampleComplaint } from '../v3/v3-program.test.support.ts';
import { unheardOf } from './spoilt-answer.ts';

const set = ({ call }: TestGateway, faults: readonly SandboxFault[], more: object = {}) =>
  call('PUT', '/v1/sandbox/faults', { key: testKeys.admin, body: { faults, ...more } });

const countOf = async ({ gateway }: TestGateway): Promise<number> =>
  (await gateway.engine.database.query('select id from report')).length;

const complaints = '/lapor/3.0.0/complaints/complaint';

describe('the faults of a sandbox', () => {
  let opened: TestGateway;
  before(async () => void (opened = await openTestGateway({ memory: true }, { sandbox: true })));
  after(() => opened.gateway.close());
  beforeEach(async () => void (await set(opened, [])));

  const strike = async (fault: Omit<SandboxFault, 'path'>) => {
    assert.equal((await set(opened, [{ path: complaints, ...fault }])).status, 200);
    const known = await countOf(opened);
    const answer = callV3(opened, 'POST', '/complaints/complaint', { body: sampleComplaint() });
    return { answer, filed: async () => (await countOf(opened)) - known };
  };

  test('an error before files nothing, and one after does', async () => {
    const before_ = await strike({ kind: 'errorBefore', status: 503 });
    assert.equal((await before_.answer).status, 503);
    assert.equal(await before_.filed(), 0);
    const afterwards = await strike({ kind: 'errorAfter' });
    assert.equal((await afterwards.answer).status, 500);
    assert.equal(await afterwards.filed(), 1);
  });

  test('a call that is delivered twice is filed twice where nothing names its attempt, and once where something does', async () => {
    const twice = await strike({ kind: 'duplicate' });
    assert.equal((await twice.answer).status, 200);
    assert.equal(await twice.filed(), 2);
    await set(opened, [{ kind: 'duplicate', path: '/v1/reports' }]);
    const known = await countOf(opened);
    const { status, headers } = await opened.call('POST', '/v1/reports', { body: sampleReport() });
    assert.deepEqual([status, headers.get('idempotency-replayed')], [201, 'true']);
    assert.equal((await countOf(opened)) - known, 1);
  });

  test('an answer that breaks off, or never comes, leaves what was asked done', async () => {
    for (const kind of ['closeAfter', 'hangAfter'] as const) {
      const { answer, filed } = await strike({ kind, milliseconds: 10 });
      await assert.rejects(answer, kind);
      assert.equal(await filed(), 1, kind);
    }
  });

  test('over a socket a program that waits no longer than it likes is the one to hang up', async () => {
    const server = await listenOnLoopback(opened.gateway);
    await set(opened, [{ kind: 'hangAfter', path: '/healthz', times: 1 }]);
    await assert.rejects(fetch(`${server.url}/healthz`, { signal: AbortSignal.timeout(100) }), {
      name: 'TimeoutError',
    });
    assert.equal((await fetch(`${server.url}/healthz`)).status, 200);
    await server.close();
  });

  test('a page, nonsense and other words come in place of the answer', async () => {
    const html = await (await strike({ kind: 'html' })).answer;
    assert.match(html.headers.get('content-type') ?? '', /^text\/html/);
    const garbage = await strike({ kind: 'garbage' });
    await assert.rejects(garbage.answer, SyntaxError);
    assert.equal(await garbage.filed(), 1);
    await set(opened, [{ kind: 'relabel', path: '/lapor/*' }]);
    const id = await fileSample(opened);
    const detail = await callV3(opened, 'GET', `/complaints/${id}/complaint`);
    assert.deepEqual([detail.body.results.data.status_name, detail.body.results.data.status_code], [unheardOf, 77]);
    const followups = await callV3(opened, 'GET', `/complaints/${id}/followups`);
    assert.equal(JSON.parse(followups.body.results.data[0].data).status_new, unheardOf);
  });

  test('a late answer is the answer', async () => {
    const began = performance.now();
    assert.equal((await (await strike({ kind: 'delay', milliseconds: 60 })).answer).status, 200);
    assert.ok(performance.now() - began >= 55);
  });

  test('strike as often as told, only where told, and tell how often they did', async () => {
    await set(opened, [
      { kind: 'errorBefore', path: '/v1/site', method: 'GET', times: 2 },
      { kind: 'errorBefore', path: '/v1/reports/*', method: 'DELETE' },
    ]);
    const statuses: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) statuses.push((await opened.call('GET', '/v1/site')).status);
    assert.deepEqual(statuses, [500, 500, 200, 200]);
    assert.equal((await opened.call('GET', '/v1/sites')).status, 404, 'a path that only begins so is another one');
    const { body } = await opened.call('GET', '/v1/sandbox/faults', { key: testKeys.admin });
    assert.deepEqual(
      body.faults.map(({ struck }: { struck: number }) => struck),
      [2, 0],
    );
  });

  test('strike the same calls when the seed is the same', async () => {
    const run = async (seed: number): Promise<string> => {
      await set(opened, [{ kind: 'errorBefore', path: '/v1/site', probability: 0.4 }], { seed });
      let statuses = '';
      for (let turn = 0; turn < 30; turn += 1)
        statuses += (await opened.call('GET', '/v1/site')).status === 200 ? '.' : 'x';
      return statuses;
    };
    const first = await run(7);
    assert.equal(await run(7), first);
    assert.notEqual(await run(8), first);
    assert.ok(first.includes('.') && first.includes('x'), first);
  });

  test('never lock their own door, and are for admins only', async () => {
    await set(opened, [{ kind: 'errorBefore', path: '/*' }]);
    assert.equal((await opened.call('GET', '/v1/site')).status, 500);
    assert.equal((await set(opened, [])).status, 200);
    for (const [key, status] of [
      [testKeys.liaison, 403],
      [testKeys.site, 403],
      [null, 401],
    ] as const) {
      const body = { faults: [] };
      assert.equal((await opened.call('PUT', '/v1/sandbox/faults', { key, body })).status, status);
      assert.equal((await opened.call('GET', '/v1/sandbox/faults', { key })).status, status);
    }
    for (const fault of [
      {},
      { kind: 'fire', path: '/' },
      { kind: 'html', path: 'v1' },
      { kind: 'delay', path: '/', probability: 2 },
    ])
      assert.equal(
        (await opened.call('PUT', '/v1/sandbox/faults', { key: testKeys.admin, body: { faults: [fault] } })).status,
        422,
      );
  });

  test('do not keep a gateway from closing', async () => {
    const other = await openTestGateway({ memory: true }, { sandbox: true });
    await set(other, [{ kind: 'hangAfter', path: '/healthz' }]);
    const hanging = other.gateway.fetch(new Request('http://localhost/healthz')).then((answer) => answer.text());
    const began = performance.now();
    await Promise.all([assert.rejects(hanging), other.gateway.close()]);
    assert.ok(performance.now() - began < 10_000);
  });
});

test('a gateway that is no sandbox has no faults to be found', async () => {
  const { gateway, call } = await openTestGateway();
  const key = testKeys.national;
  assert.equal((await call('PUT', '/v1/sandbox/faults', { key, body: { faults: [] } })).status, 404);
  assert.equal((await call('GET', '/v1/sandbox/faults', { key })).status, 404);
  await gateway.close();
});
