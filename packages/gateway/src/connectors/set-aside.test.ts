import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testKeys } from '../test-gateway.test.support.ts';
import { describeForwarding, failedTasks, rules } from './forwarding-world.test.support.ts';
import { listWaitingTasks, resolveTask, retryTasks } from './set-aside.ts';

describeForwarding('what was put aside', (world) => {
  const { upstream, gateway, desk, run, query, read } = world;

  test('what is refused for good is put aside where an operator sees it, and the report says so', async () => {
    upstream().befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const { trackingId } = await desk.submit();
    await run();
    assert.equal((await read(trackingId)).delivery.state, 'failed');
    assert.deepEqual((await failedTasks(world)).at(-1), { kind: 'report', last_error: 'it answered 422' });
    await query(`delete from forwarding_task where state = 'failed'`, []);
  });

  test('what was put aside is tried again when an operator says so, or noted as there', async () => {
    upstream().befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const [one, other] = [await desk.submit(), await desk.submit()];
    await run();
    const { engine } = gateway().gateway;
    const aside = (await listWaitingTasks(engine, false)).toSorted(
      (a, b) => Number(a.trackingId) - Number(b.trackingId),
    );
    assert.deepEqual(
      aside.map(({ trackingId, kind, state, mayHaveArrived }) => [trackingId, kind, state, mayHaveArrived]),
      [one, other].map(({ trackingId }) => [trackingId, 'report', 'failed', false]),
    );
    upstream().befall(() => 'none');
    assert.equal(await resolveTask(engine, aside[1]!.id, '7777'), true);
    assert.equal((await read(other.trackingId)).delivery.upstreamId, '7777');
    await run();
    assert.deepEqual(
      await query(
        `select poll_pause, next_poll_at >= now() + interval '59 minutes' as is_later from forwarding where upstream_id = '7777'`,
        [],
      ),
      [{ poll_pause: rules.pollPauses[0], is_later: true }],
      'it was asked after at once, and goes on by the settings',
    );
    assert.equal(await retryTasks(engine, {}), 1);
    assert.equal((await read(one.trackingId)).delivery.state, 'queued');
    await run();
    assert.equal((await read(one.trackingId)).delivery.state, 'delivered');
    assert.equal(await retryTasks(engine, { id: aside[1]!.id }), 0);
    assert.equal(await resolveTask(engine, aside[0]!.id, '1'), false);
  });

  test('an admin sees at the desk what was put aside, and tries it again or notes that it is there', async () => {
    upstream().befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const [one, other] = [await desk.submit(), await desk.submit()];
    await run();
    const list = (key: string, search = '') => gateway().call('GET', `/v1/desk/forwarding${search}`, { key });
    const decide = (id: string, decision: string, body: object, key: string = testKeys.admin) =>
      gateway().call('POST', `/v1/desk/forwarding/${id}/${decision}`, { key, body });
    const { body: first } = await list(testKeys.admin, '?limit=1');
    const { body: second } = await list(testKeys.admin, `?limit=1&cursor=${first.nextCursor}`);
    assert.equal(second.nextCursor, null);
    const aside = new Map(
      [...first.items, ...second.items].map((task: { trackingId: string; id: string }) => [task.trackingId, task]),
    );
    assert.deepEqual(new Set(aside.keys()), new Set([one.trackingId, other.trackingId]));
    const { kind, state, connector, attempts, lastError, mayHaveArrived } = first.items[0];
    assert.deepEqual(
      { kind, state, connector, attempts, lastError, mayHaveArrived },
      {
        kind: 'report',
        state: 'failed',
        connector: 'sp4n',
        attempts: 1,
        lastError: 'it answered 422',
        mayHaveArrived: false,
      },
    );
    assert.equal((await list(testKeys.national)).body.items.length, 2);
    assert.equal((await list(testKeys.admin, `?state=queued&cursor=${first.nextCursor}`)).body.code, 'cursorInvalid');
    assert.equal((await list(testKeys.liaison)).body.code, 'actionNotAllowed');
    assert.deepEqual((await list(testKeys.padangAdmin)).body, { items: [], nextCursor: null });
    const { id } = aside.get(one.trackingId)!;
    assert.equal((await decide(id, 'retry', {}, testKeys.padangAdmin)).body.code, 'notFound');
    assert.equal((await decide(id, 'retry', {}, testKeys.liaison)).body.code, 'actionNotAllowed');

    upstream().befall(() => 'none');
    const { length } = upstream().complaints;
    const retried = await decide(id, 'retry', {});
    assert.deepEqual([retried.status, retried.body.state], [202, 'queued'], JSON.stringify(retried.body));
    assert.equal((await decide(id, 'retry', {})).body.code, 'actionNotPossible');
    const resolved = await decide(aside.get(other.trackingId)!.id, 'resolution', { upstreamId: '8888' });
    assert.deepEqual([resolved.status, resolved.body.state], [200, 'done'], JSON.stringify(resolved.body));
    await run();
    await run();
    assert.equal((await read(one.trackingId)).delivery.state, 'delivered');
    assert.equal((await read(other.trackingId)).delivery.upstreamId, '8888');
    assert.equal(upstream().complaints.length, length + 1);
    assert.equal((await decide(id, 'resolution', { upstreamId: '1' })).body.code, 'actionNotPossible');
    assert.deepEqual((await list(testKeys.admin)).body.items, []);
  });
});
