import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { newAttempt, openTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';

const file = async ({ call }: TestGateway, change: object = {}): Promise<string> =>
  (await call('POST', '/v1/reports', { body: sampleReport({ incident: undefined, ...change }) })).body.trackingId;

const read = async ({ call }: TestGateway, trackingId: string, language: 'id' | 'en' = 'id') => {
  const { body, headers } = await call('GET', `/v1/reports/${trackingId}`, { language });
  return { body, tag: headers.get('etag') };
};

const act = async ({ call }: TestGateway, trackingId: string, body: object): Promise<void> => {
  const { status } = await call('POST', `/v1/desk/reports/${trackingId}/actions`, {
    key: testKeys.admin,
    headers: { 'idempotency-key': newAttempt() },
    body,
  });
  assert.equal(status, 200);
};

/** Reads it twice: from the second time on it may come from what was told before. */
const readKept = async (gateway: TestGateway, trackingId: string) => {
  const first = await read(gateway, trackingId);
  assert.deepEqual(await read(gateway, trackingId), first);
  return first;
};

onBothDatabases('a report that the public reads again', (opened) => {
  test('is told as it is after each change to it', async () => {
    const gateway = opened();
    const trackingId = await file(gateway);
    const unchanged = await readKept(gateway, trackingId);
    assert.equal(unchanged.body.supportCount, 0);
    await gateway.call('POST', `/v1/reports/${trackingId}/support`, { headers: { 'idempotency-key': newAttempt() } });
    const supported = await readKept(gateway, trackingId);
    assert.equal(supported.body.supportCount, 1);
    assert.notEqual(supported.tag, unchanged.tag);
    await act(gateway, trackingId, { type: 'verify' });
    assert.equal((await readKept(gateway, trackingId)).body.status.code, 'verified');
  });

  test('is told in each language in its own words', async () => {
    const gateway = opened();
    const trackingId = await file(gateway);
    assert.equal((await readKept(gateway, trackingId)).body.status.label, 'Belum terverifikasi');
    assert.notEqual((await read(gateway, trackingId, 'en')).body.status.label, 'Belum terverifikasi');
    assert.equal((await readKept(gateway, trackingId)).body.status.label, 'Belum terverifikasi');
  });

  test('shows that a promise was missed when nothing but time has passed', async () => {
    const gateway = opened();
    const trackingId = await file(gateway);
    const { body } = await readKept(gateway, trackingId);
    const promise = body.deadlines.find(({ kind }: { kind: string }) => kind === 'verification');
    assert.equal(promise.state, 'running');
    const present = gateway.clock.now();
    try {
      gateway.clock.set(promise.dueAt);
      const { body: late } = await readKept(gateway, trackingId);
      assert.equal(late.deadlines[0].state, 'missed');
    } finally {
      gateway.clock.set(present);
    }
    assert.equal((await readKept(gateway, trackingId)).body.deadlines[0].state, 'running');
  });

  test('carries the names that its institutions have now', async () => {
    const gateway = opened();
    const { database, directory } = gateway.gateway.engine;
    const trackingId = await file(gateway);
    const rename = async (name: string): Promise<void> => {
      await database.query(`update institution set name = $1 where id = 'sumbar'`, [name]);
      directory.clear();
    };
    const { body } = await readKept(gateway, trackingId);
    await rename('Pemprov Sumbar');
    assert.equal((await readKept(gateway, trackingId)).body.owner.name, 'Pemprov Sumbar');
    await rename(body.owner.name);
    assert.deepEqual((await readKept(gateway, trackingId)).body, body);
  });

  test('names another report only as long as that one is public', async () => {
    const gateway = opened();
    const [one, other] = [await file(gateway), await file(gateway)];
    for (const trackingId of [one, other]) await act(gateway, trackingId, { type: 'verify' });
    await act(gateway, one, { type: 'mergeInto', trackingId: other });
    assert.equal((await readKept(gateway, one)).body.mergedInto, other);
    const { database } = gateway.gateway.engine;
    await database.query(
      `update report set confidential = true, state = state || '{"confidential": true}' where tracking_id = $1`,
      [other],
    );
    assert.equal((await readKept(gateway, one)).body.mergedInto, undefined);
    assert.equal((await gateway.call('GET', `/v1/reports/${other}`)).status, 404);
  });

  test('stands in the list as it is after each change to it', async () => {
    const gateway = opened();
    const trackingId = await file(gateway, { title: 'Tembok penahan retak' });
    const first = async () => (await gateway.call('GET', '/v1/reports?limit=1')).body;
    assert.equal((await first()).items[0].trackingId, trackingId);
    assert.deepEqual(await first(), await first());
    await act(gateway, trackingId, { type: 'verify' });
    assert.equal((await first()).items[0].status.code, 'verified');
    const next = await file(gateway, { title: 'Tembok penahan roboh' });
    assert.equal((await first()).items[0].trackingId, next);
  });
});

describe('what one replica changes', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let one: TestGateway;
  let other: TestGateway;
  before(async () => {
    postgres = await usePostgres();
    const url = await postgres.newDatabase();
    one = await openTestGateway({ url });
    other = await openTestGateway({ url });
  });
  after(async () => {
    await one?.gateway.close();
    await other?.gateway.close();
    await postgres?.end();
  });

  test('another tells at once, in the report and in the list', async () => {
    const trackingId = await file(one);
    await readKept(other, trackingId);
    await other.call('GET', '/v1/reports');
    for (const [type, status] of [
      ['verify', 'verified'],
      ['startFollowUp', 'inProgress'],
    ] as const) {
      await act(one, trackingId, { type });
      assert.equal((await readKept(other, trackingId)).body.status.code, status);
      assert.equal((await other.call('GET', '/v1/reports')).body.items[0].status.code, status);
    }
  });
});
