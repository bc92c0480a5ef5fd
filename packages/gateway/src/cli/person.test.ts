import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifyReports } from '../events/verify-reports.ts';
import { openTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { runGateway, temporaryFolder } from './run-gateway.test.support.ts';

test('a person’s reports are found by their address, and who they are is forgotten when they ask', async () => {
  const [folder, postgres] = await Promise.all([temporaryFolder(), usePostgres()]);
  const url = await postgres.newDatabase();
  const opened = await openTestGateway({ url });
  const run = (...args: string[]) =>
    runGateway(['person', ...args], { folder: folder.path, environment: { DATABASE_URL: url } });
  try {
    const file = async (reporter: object) =>
      (await opened.call('POST', '/v1/reports', { body: sampleReport({ reporter }) })).body;
    const first = await file({ name: 'Siti Rahmawati', phone: '+6281200000001', email: 'Siti@contoh.example' });
    const other = await file({ name: 'Budi Santosa', phone: '+6281200000002' });

    for (const contact of ['0812-0000-0001', '+62 812 0000 0001', 'siti@CONTOH.example']) {
      const { code, stdout } = await run('find', contact);
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^REPORT .*\\n${first.trackingId} +\\S+ +unverified\\n$`));
    }
    assert.deepEqual(JSON.parse((await run('find', '0899', '--json')).stdout), []);

    const { code, stdout } = await run('forget', first.trackingId);
    assert.deepEqual([code, stdout], [0, `Who filed ${first.trackingId} is forgotten.\n`]);
    assert.doesNotMatch((await run('find', '081200000001')).stdout, /\d{7}/);
    const desk = (id: string) => opened.call('GET', `/v1/desk/reports/${id}`, { key: testKeys.admin });
    assert.doesNotMatch(JSON.stringify((await desk(first.trackingId)).body), /Siti|6281200000001|contoh/i);
    assert.match(JSON.stringify((await desk(other.trackingId)).body), /Budi Santosa/);
    const own = await opened.call('GET', `/v1/reports/${first.trackingId}`, { key: first.token });
    assert.equal(own.status, 200, 'the report goes on, and its token with it');
    const audit = await opened.call('GET', `/v1/desk/reports/${first.trackingId}/audit`, { key: testKeys.admin });
    assert.deepEqual(audit.body.events.at(-1).parts, ['identity']);
    assert.deepEqual((await verifyReports(opened.gateway.engine)).findings, []);

    const unknown = await run('forget', '9999999');
    assert.equal(unknown.code, 2);
    assert.match(unknown.stderr, /there is no report `9999999`/);
  } finally {
    await opened.gateway.close();
    await Promise.all([postgres.end(), folder.remove()]);
  }
});
