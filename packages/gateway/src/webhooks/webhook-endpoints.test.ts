import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebhookEvent } from '@lapor/schemas';
import * as z from 'zod/mini';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';
import { onWebhooks } from './webhooks.test.support.ts';

onWebhooks('receivers at the desk', ({ engine, receiver, desk, listen, run, deliveriesOf }) => {
  test('a secret is shown when it is made and at no other time, and stands nowhere in the database', async () => {
    const sink = await receiver();
    const name = newAttempt();
    const first = await desk('POST', '', { url: sink.url }, testKeys.admin, { 'idempotency-key': name });
    const again = await desk('POST', '', { url: sink.url }, testKeys.admin, { 'idempotency-key': name });
    assert.deepEqual([first.status, again.status, again.headers.get('idempotency-replayed')], [201, 201, 'true']);
    assert.deepEqual(again.body, first.body);
    const { secret, ...shown } = first.body;
    assert.match(secret, /^whsec_[A-Za-z0-9+/]{43}=$/);
    assert.deepEqual((await desk('GET', `/${shown.id}`)).body, shown);
    assert.deepEqual((await desk('GET', '')).body, { items: [shown] });
    const tables = await engine().database.query<{ row: string }>(
      `select to_jsonb(e)::text as row from webhook_endpoint e union all select to_jsonb(i)::text from idempotency i`,
      [],
    );
    assert.ok(!tables.some(({ row }) => row.includes(secret.slice(6, 30))));
  });

  test('a test event is sent now, to a receiver that is switched off as well', async () => {
    const sink = await receiver();
    const { id } = await listen(sink);
    await desk('PATCH', `/${id}`, { enabled: false });
    const { status, body } = await desk('POST', `/${id}/test`);
    assert.deepEqual([status, body.state, body.eventType], [202, 'queued', 'webhook.test']);
    await run();
    assert.deepEqual(z.parse(WebhookEvent, sink.received[0]!.event).type, 'webhook.test');
  });

  test('deliveries are listed newest first, in pages', async () => {
    const sink = await receiver();
    const { id } = await listen(sink);
    for (let count = 0; count < 3; count += 1) await desk('POST', `/${id}/test`);
    await run();
    const first = (await desk('GET', `/${id}/deliveries?limit=2`)).body;
    const second = (await desk('GET', `/${id}/deliveries?limit=2&cursor=${first.nextCursor}`)).body;
    assert.deepEqual([first.items.length, second.items.length, second.nextCursor], [2, 1, null]);
    assert.equal(new Set([...first.items, ...second.items].map((one) => one.id)).size, 3);
    assert.equal((await desk('GET', `/${id}/deliveries?cursor=bohong`)).body.code, 'cursorInvalid');
  });

  test('only admins add and change receivers, and those of others are not there', async () => {
    const sink = await receiver();
    const { id } = await listen(sink);
    assert.equal((await desk('POST', '', { url: sink.url }, testKeys.liaison)).body.code, 'actionNotAllowed');
    for (const [method, path, body] of [
      ['GET', `/${id}`],
      ['PATCH', `/${id}`, { enabled: false }],
      ['DELETE', `/${id}`],
      ['POST', `/${id}/secret`],
      ['POST', `/${id}/test`],
      ['GET', `/${id}/deliveries`],
      ['POST', `/${id}/deliveries/dlv_1/redelivery`],
    ] as const)
      assert.equal((await desk(method, path, body, testKeys.padangAdmin)).body.code, 'notFound', `${method} ${path}`);
    assert.deepEqual((await desk('GET', '', undefined, testKeys.padangAdmin)).body.items, []);
    assert.equal((await desk('DELETE', `/${id}`)).status, 204);
    assert.equal((await desk('GET', `/${id}`)).body.code, 'notFound');
  });

  test('what was kept long enough goes', async () => {
    const sink = await receiver();
    const { id } = await listen(sink);
    await desk('POST', `/${id}/test`);
    await run();
    await engine().database.query(`update webhook_delivery set created_at = now() - interval '31 days'`, []);
    await desk('POST', `/${id}/test`);
    await run();
    assert.equal((await deliveriesOf(id)).length, 1);
  });
});
