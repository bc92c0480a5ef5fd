import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TestGateway } from '../both-databases.test.support.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { now, openForwarding } from './forwarding-world.test.support.ts';
import { startStatefulUpstream } from './stateful-upstream.test.support.ts';

describe('forwarding on PostgreSQL, by many reports and several gateways', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres?.end());

  test('while another system is away it is asked by one call at a time, and the report says that it waits', async () => {
    const upstream = await startStatefulUpstream();
    const opened = await openForwarding({ url: await postgres.newDatabase() }, upstream, {
      circuitFailures: 3,
      pauses: Array.from({ length: 50 }, () => 0),
    });
    try {
      const desk = deskCalls(() => opened);
      const { trackingId } = await desk.submit();
      for (let count = 0; count < 20; count += 1) await desk.submit();
      upstream.befall(() => 'errorBefore');
      for (let turn = 0; turn < 5; turn += 1) await opened.gateway.clockWork.runDue(now);
      assert.ok(upstream.calls.length < 12, `${upstream.calls.length} calls`);
      const report = (await opened.call('GET', `/v1/reports/${trackingId}`)).body;
      assert.equal(report.delivery.state, 'queued');
      assert.match((await opened.call('GET', '/metrics', { key: null })).body, /circuit_open\{connector="sp4n"\} 1/);
    } finally {
      await opened.gateway.close();
      await upstream.close();
    }
  });

  test('two replicas share the way up, and each report is there once', async () => {
    const upstream = await startStatefulUpstream();
    const url = await postgres.newDatabase();
    const replicas = [await openForwarding({ url }, upstream), await openForwarding({ url }, upstream)];
    try {
      const [one, other] = replicas as [TestGateway, TestGateway];
      const desk = deskCalls(() => one);
      const wanted = new Set<string>();
      for (let count = 0; count < 60; count += 1) wanted.add((await desk.submit()).trackingId);
      let turn = 0;
      upstream.befall(({ method }) => (method === 'POST' && (turn += 1) % 5 === 0 ? 'errorAfter' : 'none'));
      for (let round = 0; round < 6; round += 1)
        await Promise.all([one, other].map(({ gateway }) => gateway.clockWork.runDue(now)));
      const rows = await one.gateway.engine.database.query<{ upstream_id: string }>(
        'select upstream_id from forwarding',
        [],
      );
      assert.equal(rows.length, wanted.size);
      assert.equal(new Set(rows.map((row) => row.upstream_id)).size, wanted.size);
      assert.equal(upstream.complaints.length, wanted.size);
    } finally {
      for (const { gateway } of replicas) await gateway.close();
      await upstream.close();
    }
  });
});
