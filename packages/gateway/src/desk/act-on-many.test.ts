import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';
import { deskCalls } from './desk-calls.test.support.ts';

const { admin, national } = testKeys;

onBothDatabases('acting on many reports', (opened) => {
  const { submit, read } = deskCalls(opened);
  const bulk = (
    trackingIds: readonly string[],
    action: object,
    key: string = admin,
    headers: Record<string, string> = {},
  ) => opened().call('POST', '/v1/desk/actions', { key, body: { trackingIds, action }, headers });
  const statuses = (body: { outcomes: { status: number }[] }) => body.outcomes.map((outcome) => outcome.status);

  test('each succeeds or fails for itself', async () => {
    const [one, other, foreign] = [await submit(), await submit(), await submit({}, testKeys.padangSite)];
    const { status, body } = await bulk([one.trackingId, foreign.trackingId, '1', other.trackingId], {
      type: 'dispose',
      to: 'sumbar.bmckt',
    });
    assert.equal(status, 200);
    assert.deepEqual(statuses(body), [200, 404, 404, 200]);
    assert.equal(body.outcomes[1].problem.code, 'notFound');
    assert.equal((await read(admin, other.trackingId)).body.owner.id, 'sumbar.bmckt');
    assert.deepEqual(statuses((await bulk([one.trackingId], { type: 'complete' })).body), [409]);
  });

  test('the same call again gets the same outcomes and does nothing', async () => {
    const { trackingId } = await submit();
    const headers = { 'idempotency-key': newAttempt() };
    const action = { type: 'note', message: 'Sekali saja.' };
    const first = await bulk([trackingId, '1'], action, admin, headers);
    const again = await bulk([trackingId, '1'], action, admin, headers);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.deepEqual(again.body, first.body);
    assert.equal((await read(admin, trackingId)).body.notes.length, 1);
    assert.equal((await bulk([trackingId], action, admin, headers)).body.code, 'idempotencyKeyReused');
  });

  test('one that was cut in the middle goes on with what was not done', async () => {
    const reports = [await submit(), await submit(), await submit()];
    const ids = reports.map(({ trackingId }) => trackingId);
    const name = newAttempt();
    const { database } = opened().gateway.engine;
    const action = { type: 'note', message: 'Sekali saja.' };
    const first = await bulk(ids.slice(0, 2), action, admin, { 'idempotency-key': name });
    assert.deepEqual(statuses(first.body), [200, 200]);
    // As a gateway that died after the first of three leaves it: the call has a name and no answer.
    const [attempt] = await database.query<{ owner: string }>('select owner from idempotency where key = $1', [name]);
    await database.query('delete from idempotency where key = $1', [name]);
    await database.query('delete from idempotency where key = $1', [`${name} ${ids[1]}`]);
    const cut = await bulk(ids, action, admin, { 'idempotency-key': name });
    assert.deepEqual(statuses(cut.body), [200, 200, 200]);
    assert.ok(attempt);
    const notes = await Promise.all(ids.map(async (id) => (await read(admin, id)).body.notes.length));
    assert.deepEqual(
      notes,
      [1, 2, 1],
      'the first was not done again; of the second nothing was known any more; the third was missing',
    );
  });

  test('a name that was claimed and never answered is taken up again', async () => {
    const { trackingId } = await submit();
    const name = newAttempt();
    const { database } = opened().gateway.engine;
    const action = { type: 'note', message: 'Dilanjutkan.' };
    await bulk([trackingId], action, admin, { 'idempotency-key': name });
    await database.query('update idempotency set status = null, answer = null where key = $1', [name]);
    const resumed = await bulk([trackingId], action, admin, { 'idempotency-key': name });
    assert.deepEqual(statuses(resumed.body), [200]);
    assert.equal((await read(admin, trackingId)).body.notes.length, 1);
  });

  test('the names of different callers never meet', async () => {
    const { trackingId } = await submit();
    const headers = { 'idempotency-key': newAttempt() };
    for (const key of [admin, national])
      assert.deepEqual(
        statuses((await bulk([trackingId], { type: 'note', message: 'Saya juga.' }, key, headers)).body),
        [200],
      );
    assert.equal((await read(admin, trackingId)).body.notes.length, 2);
  });
});
