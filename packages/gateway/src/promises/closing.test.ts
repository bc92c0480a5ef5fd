import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { DatabaseLocation } from '../database/connect.ts';
import { openTestGateway, sampleReport } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { assertNothingLost } from './sent-reports.test.support.ts';
import { newFolder } from './server-process.test.support.ts';

/** More calls than the database has connections: most of them wait for one when the gateway is told to close. */
const calls = 40;

const closeUnderLoad = async (location: DatabaseLocation): Promise<void> => {
  const closing = await openTestGateway(location, { clockWork: true });
  const titles = Array.from({ length: calls }, (_, index) => `Laporan ke-${index} menjelang tutup`);
  const { body: earlier } = await closing.call('POST', '/v1/reports', { body: sampleReport({ title: 'Sebelumnya' }) });
  const underWay = titles.map((title) => closing.call('POST', '/v1/reports', { body: sampleReport({ title }) }));
  // These take several statements one after another, and a transaction.
  const replies = Array.from({ length: 10 }, () =>
    closing.call('POST', `/v1/reports/${earlier.trackingId}/replies`, {
      key: earlier.token,
      body: { message: 'Mohon kabarnya.' },
    }),
  );
  const closed = closing.gateway.close();
  const late = await closing.call('POST', '/v1/reports', { body: sampleReport({ title: 'Terlambat' }) });
  assert.deepEqual([late.status, late.body.code], [503, 'unavailable']);
  assert.ok(Number(late.headers.get('retry-after')) > 0);
  const receipts = await Promise.all(underWay);
  assert.deepEqual(
    receipts.map(({ status }) => status),
    titles.map(() => 201),
  );
  assert.deepEqual(
    (await Promise.all(replies)).map(({ status }) => status),
    replies.map(() => 201),
  );
  await closed;

  const { gateway } = await openTestGateway(location);
  try {
    const sent = titles.map((title, index) => ({ title, acknowledged: receipts[index]!.body.trackingId as string }));
    assert.equal(await assertNothingLost(gateway, sent), calls + 1);
  } finally {
    await gateway.close();
  }
};

describe('a gateway that is closed while calls are under way', { timeout: 120_000 }, () => {
  let folder: Awaited<ReturnType<typeof newFolder>>;
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void ([folder, postgres] = await Promise.all([newFolder(), usePostgres()])));
  after(async () => {
    await postgres?.end();
    await folder?.remove();
  });

  test('answers them, refuses further ones, and keeps what it answered, on PGlite', () =>
    closeUnderLoad({ directory: `${folder.data}/database` }));

  test('answers them, refuses further ones, and keeps what it answered, on PostgreSQL', async () =>
    closeUnderLoad({ url: await postgres.newDatabase(), poolSize: 2 }));
});
