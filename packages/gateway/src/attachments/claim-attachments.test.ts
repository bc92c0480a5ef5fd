import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { pdfOf, send } from './attachments.test.support.ts';

onBothDatabases('files that come with a report', (opened) => {
  test('are named by its first event, in their order, and so stand in its chain', async () => {
    const { call, gateway } = opened();
    const ids = [];
    for (const name of ['satu.pdf', 'dua.pdf']) ids.unshift((await send(gateway, pdfOf(1000), { name })).id);
    const attachments = [...ids, ids[0]];
    const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport({ attachments }) });
    const audit = await call('GET', `/v1/desk/reports/${receipt.trackingId}/audit`, { key: testKeys.admin });
    assert.deepEqual(audit.body.events[0].attachmentIds, ids);
    assert.deepEqual((await verifyReports(gateway.engine)).findings, []);

    const own = await call('GET', `/v1/reports/${receipt.trackingId}`, { key: receipt.token });
    const names = own.body.timeline[0].attachments.map(({ name }: { name: string }) => name);
    assert.deepEqual(names, ['dua.pdf', 'satu.pdf']);
  });

  test('are not shown to the public, neither beside the report nor in what happened', async () => {
    const { call, gateway } = opened();
    const { id } = await send(gateway, pdfOf(1000));
    const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport({ attachments: [id] }) });
    const { body: published } = await call('GET', `/v1/reports/${receipt.trackingId}`);
    assert.equal(JSON.stringify(published).includes(id), false);
  });

  test('leave nothing in the event of a report that has none', async () => {
    const { call } = opened();
    const { body: receipt } = await call('POST', '/v1/reports', { body: sampleReport({ attachments: [] }) });
    const audit = await call('GET', `/v1/desk/reports/${receipt.trackingId}/audit`, { key: testKeys.admin });
    assert.equal('attachmentIds' in audit.body.events[0], false);
  });
});
