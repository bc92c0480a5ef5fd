import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebhookEvent } from '@lapor/schemas';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import * as z from 'zod/mini';
import { actAt, fileAt } from '../clock-work/clock-work.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { type Receiver, withStatus } from './receiver.test.support.ts';
import { now, onWebhooks } from './webhooks.test.support.ts';

onWebhooks('events of reports', ({ opened, engine, receiver, desk, listen, run, deliveriesOf }) => {
  test('what is delivered is verified by two official libraries, and four forgeries are refused', async () => {
    const sink = await receiver();
    const { secret } = await listen(sink);
    await fileAt(opened(), now);
    await run();
    const [{ headers, body, event }] = sink.received as [Receiver['received'][number]];
    assert.equal(headers['content-type'], 'application/json');
    assert.deepEqual(new Webhook(secret).verify(body, headers), event);
    // Official, but not independent of the first: it verifies with the same code inside, and gives nothing back.
    assert.doesNotThrow(() => new SvixWebhook(secret).verify(body, headers));
    const forgeries: [string, string, Record<string, string>][] = [
      ['another body', body.replace('complaint', 'aspiration'), headers],
      ['another id', body, { ...headers, 'webhook-id': 'evt_1_0_0' }],
      ['an old time', body, { ...headers, 'webhook-timestamp': String(Number(headers['webhook-timestamp']) - 600) }],
      ['another secret', body, { ...headers, 'webhook-signature': `v1,${btoa('x'.repeat(32))}` }],
    ];
    for (const [name, text, claimed] of forgeries) {
      assert.throws(() => new Webhook(secret).verify(text, claimed), name);
      assert.throws(() => new SvixWebhook(secret).verify(text, claimed), name);
    }
  });

  test('a report’s whole way is told in its order, each event as the schema says, and nothing private', async () => {
    const sink = await receiver();
    await listen(sink);
    const filed = await fileAt(opened(), now, {
      title: 'Judul yang tidak boleh keluar',
      content: 'Isi rahasia yang tidak boleh keluar dari gateway, sampai kapan pun.',
      confidential: true,
      anonymous: true,
      reporter: { name: 'Uni Rosnida', email: 'rosnida@contoh.example', phone: '+6281234567890' },
    });
    await actAt(
      engine(),
      filed,
      now,
      { type: 'dispose', to: 'sumbar.bmckt' },
      undefined,
      'Alasan yang tidak boleh keluar',
    );
    await actAt(engine(), filed, now, { type: 'startFollowUp' });
    await actAt(
      engine(),
      filed,
      now,
      { type: 'respond', message: 'Jawaban yang tidak boleh keluar' },
      undefined,
      'Jawaban yang tidak boleh keluar',
    );
    const { call } = opened();
    await call('POST', `/v1/reports/${filed.trackingId}/confirmation`, { key: filed.token, body: { rating: 5 } });
    await run();
    assert.deepEqual(
      sink.received.map(({ event }) => [event.type, event.data.status.code, event.data.owner.id]),
      [
        ['report.received', 'unverified', 'sumbar'],
        ['report.statusChanged', 'disposed', 'sumbar.bmckt'],
        ['report.ownerChanged', 'disposed', 'sumbar.bmckt'],
        ['report.statusChanged', 'inProgress', 'sumbar.bmckt'],
        ['report.statusChanged', 'followedUp', 'sumbar.bmckt'],
        ['report.statusChanged', 'completed', 'sumbar.bmckt'],
        ['report.reporterActed', 'completed', 'sumbar.bmckt'],
      ],
    );
    for (const { event, body, headers } of sink.received) {
      assert.deepEqual(z.parse(WebhookEvent, event), event);
      const told = `${body}${JSON.stringify(headers)}`;
      assert.doesNotMatch(told, /tidak boleh keluar|Rosnida|rosnida|81234567890|rt_/);
    }
  });

  test('deadlines that near and pass are told, with the deadline', async () => {
    const sink = await receiver();
    await listen(sink, { events: ['report.deadlineNear', 'report.deadlineMissed'] });
    await fileAt(opened(), now);
    for (const at of ['2026-03-12T01:00:00Z', '2026-03-13T17:00:00Z']) {
      opened().clock.set(at);
      await opened().gateway.clockWork.runDue(at);
    }
    assert.deepEqual(
      sink.received.map(({ event }) => [
        event.type,
        event.data.deadline.kind,
        event.data.deadline.dueOn,
        event.data.deadline.state,
      ]),
      [
        ['report.deadlineNear', 'verification', '2026-03-13', 'running'],
        ['report.deadlineMissed', 'verification', '2026-03-13', 'missed'],
      ],
    );
  });

  test('a receiver hears of its institution’s reports, of those below it, and of no others', async () => {
    const [province, office, city, ministry] = await Promise.all([receiver(), receiver(), receiver(), receiver()]);
    await listen(province);
    await listen(city, {}, testKeys.padangAdmin);
    await listen(ministry, {}, testKeys.national);
    await engine().database.query(
      `insert into webhook_endpoint (id, institution_id, url, seed, created_at) values ('wh_office', 'sumbar.bmckt', $1, gen_random_uuid(), now())`,
      [office.url],
    );
    const filed = await fileAt(opened(), now);
    await actAt(engine(), filed, now, { type: 'dispose', to: 'sumbar.sosial' });
    const other = await fileAt(opened(), now);
    await actAt(engine(), other, now, { type: 'dispose', to: 'sumbar.bmckt' });
    await run();
    const heard = (one: Receiver) => new Set(one.received.map(({ event }) => event.data.trackingId));
    assert.deepEqual(heard(province), new Set([filed.trackingId, other.trackingId]));
    assert.deepEqual(heard(office), new Set([other.trackingId]));
    assert.deepEqual(heard(city), new Set());
    assert.deepEqual(heard(ministry), new Set([filed.trackingId, other.trackingId]));
  });

  test('after a new secret both sign for a day, and then only the new one', async () => {
    const sink = await receiver();
    const { id, secret: old } = await listen(sink);
    const { body } = await desk('POST', `/${id}/secret`);
    assert.notEqual(body.secret, old);
    await fileAt(opened(), now);
    await run();
    const verifies = (secret: string, { body: text, headers }: Receiver['received'][number]) => {
      try {
        return Boolean(new Webhook(secret).verify(text, headers));
      } catch {
        return false;
      }
    };
    assert.deepEqual(
      [old, body.secret].map((secret) => verifies(secret, sink.received[0]!)),
      [true, true],
    );
    opened().clock.set('2026-03-11T02:00:00Z');
    await desk('POST', `/${id}/test`);
    await run();
    assert.deepEqual(
      [old, body.secret].map((secret) => verifies(secret, sink.received[1]!)),
      [false, true],
    );
  });

  test('a failing event holds back the later ones of its own report alone', async () => {
    let isClosed = true;
    const sink = await receiver((response, { event }) =>
      withStatus(isClosed && event.data.trackingId === first.trackingId ? 503 : 200)(
        response,
        undefined as never,
        undefined as never,
      ),
    );
    const { id } = await listen(sink);
    const first = await fileAt(opened(), now);
    await run();
    await engine().database.query(
      `update webhook_delivery set state = 'queued', failures = 0, next_attempt_at = 'infinity'`,
      [],
    );
    await actAt(engine(), first, now, { type: 'dispose', to: 'sumbar.bmckt' });
    const second = await fileAt(opened(), now);
    sink.received.length = 0;
    await run();
    assert.deepEqual(
      sink.received.map(({ event }) => event.data.trackingId),
      [second.trackingId],
    );
    isClosed = false;
    await engine().database.query(`update webhook_delivery set next_attempt_at = now() where state = 'queued'`, []);
    sink.received.length = 0;
    await run();
    assert.deepEqual(
      sink.received.map(({ event }) => event.type),
      ['report.received', 'report.statusChanged', 'report.ownerChanged'],
    );
    assert.ok((await deliveriesOf(id)).every(({ state }: { state: string }) => state === 'delivered'));
  });

  test('without a receiver events cost nothing: no job is made of them', async () => {
    await fileAt(opened(), now);
    await run();
    const jobs = await engine().database.query(`select from pgboss.job where name = 'outbox.webhooks'`, []);
    assert.equal(jobs.length, 0);
  });
});
