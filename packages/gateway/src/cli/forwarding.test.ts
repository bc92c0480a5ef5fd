import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepFindings } from '../connectors/setting-findings.ts';
import { openTestGateway, sampleReport } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { runGateway, temporaryFolder } from './run-gateway.test.support.ts';

test('an operator sees what arrived twice and which setting is old, and says which number counts', async () => {
  const [folder, postgres] = await Promise.all([temporaryFolder(), usePostgres()]);
  const url = await postgres.newDatabase();
  const opened = await openTestGateway({ url });
  const run = (...args: string[]) =>
    runGateway(['forwarding', ...args], { folder: folder.path, environment: { DATABASE_URL: url } });
  try {
    const { trackingId } = (await opened.call('POST', '/v1/reports', { body: sampleReport() })).body;
    const { database } = opened.gateway.engine;
    const reason = 'the report stands there 2 times, as 9165816, 9165820, and goes on here as 9165816.';
    await database.query(
      `insert into forwarding (report_id, connector, upstream_id, poll_pause) values ($1, 'sp4n', '9165816', 900)`,
      [trackingId],
    );
    const [check] = await database.query<{ id: string }>(
      `insert into forwarding_task (report_id, connector, sequence, kind, state, attempts, last_error)
       values ($1, 'sp4n', -1, 'check', 'failed', 1, $2) returning id`,
      [trackingId, reason],
    );
    const problem = 'lapor-gateway: `sp4n.categories.pasar` is 436, which is not in the list.';
    await keepFindings(database, 'sp4n', [{ setting: 'sp4n.categories.pasar', problem }]);

    const listed = await run('list');
    assert.equal(listed.code, 0, listed.stderr);
    assert.match(listed.stdout, new RegExp(`\\n${check!.id} +${trackingId} +sp4n +check +failed +1 +twice +${reason}`));
    assert.equal(listed.stderr, `${problem}\n`);
    assert.deepEqual(
      JSON.parse((await run('list', '--json')).stdout).map(({ kind, reason: told }: Record<string, string>) => [
        kind,
        told,
      ]),
      [['check', reason]],
    );

    const resolved = await run('resolve', check!.id, '9165820');
    assert.deepEqual([resolved.code, resolved.stdout], [0, 'Noted: it is there as 9165820.\n']);
    assert.equal((await opened.call('GET', `/v1/reports/${trackingId}`)).body.delivery.upstreamId, '9165820');
    await keepFindings(database, 'sp4n', []);
    const empty = await run('list', '--json');
    assert.deepEqual([empty.stdout.trim(), empty.stderr], ['[]', '']);
  } finally {
    await opened.gateway.close();
    await postgres.end();
    await folder.remove();
  }
});
