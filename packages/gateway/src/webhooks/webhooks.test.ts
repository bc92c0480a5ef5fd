import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { WebhookEvent } from '@lapor/schemas';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import * as z from 'zod/mini';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { actAt, fileAt, forgetReports } from '../clock-work/clock-work.test.support.ts';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';
import { type Answer, type Receiver, startReceiver, withStatus } from './receiver.test.support.ts';

const now = '2026-03-10T02:00:00Z';

const local = { http: true, networks: ['127.0.0.0/8'], patience: 1, pauses: [0, 0] };

onBothDatabases(
  'webhooks',
  (opened) => {
    const receivers: Receiver[] = [];
    const engine = () => opened().gateway.engine;
    const receiver = async (answer?: Answer): Promise<Receiver> => {
      const one = await startReceiver(answer);
      receivers.push(one);
      return one;
    };
    const desk = (method: string, path: string, body?: unknown, key: string = testKeys.admin, headers = {}) =>
      opened().call(method, `/v1/desk/webhooks${path}`, { key, body, headers });
    /** Adds a receiver and answers it with its secret. */
    const listen = async ({ url }: Pick<Receiver, 'url'>, change: object = {}, key?: string) =>
      (await desk('POST', '', { url, ...change }, key)).body;
    const run = () => opened().gateway.clockWork.runDue(now);
    const deliveriesOf = async (id: string, query = '') => (await desk('GET', `/${id}/deliveries${query}`)).body.items;

    beforeEach(async () => {
      opened().clock.set(now);
      await run();
      await forgetReports(opened());
      await engine().database.query('delete from webhook_endpoint', []);
    });
    afterEach(async () => {
      for (const one of receivers.splice(0)) await one.end();
    });

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

    test('a receiver that hangs holds up no other receiver', async () => {
      const hanging = await receiver(() => {});
      const well = await receiver();
      await listen(hanging);
      await listen(well);
      for (let count = 0; count < 5; count += 1) await fileAt(opened(), now);
      const { clockWork } = opened().gateway;
      const begun = Date.now();
      const running = clockWork.runDue(now);
      while (well.received.length < 5 && Date.now() - begun < 20_000) await new Promise((done) => setTimeout(done, 20));
      assert.equal(well.received.length, 5);
      assert.ok(hanging.received.length < 5, 'the other one still hangs at its first ones');
      hanging.answerWith(withStatus(204));
      await running;
    });

    const faults: [string, Answer, number | undefined, RegExp | undefined][] = [
      ['hangs', () => {}, undefined, /no answer within 1 seconds/],
      ['answers 500', withStatus(500), 500, undefined],
      ['redirects', withStatus(302, { location: '/lain' }), 302, /redirects are not followed/],
      ['closes the connection', (response) => void response.socket?.destroy(), undefined, /connection was closed/],
      [
        'answers what is no HTTP',
        (response) => void response.socket?.end('halo\r\n\r\n'),
        undefined,
        /could not be read/,
      ],
      [
        'answers with headers without an end',
        (response) => void response.writeHead(200, { 'x-besar': 'a'.repeat(20_000) }).end(),
        undefined,
        /could not be read|connection was closed/,
      ],
    ];
    for (const [name, answer, status, error] of faults) {
      test(`a receiver that ${name} is tried again, given up, and can be delivered to again`, async () => {
        const sink = await receiver(answer);
        const { id } = await listen(sink, { events: ['report.received'] });
        await fileAt(opened(), now);
        await run();
        const [failed] = await deliveriesOf(id, '?state=failed');
        assert.deepEqual([failed.attempts, failed.lastStatus], [3, status]);
        if (error) assert.match(failed.lastError, error);
        assert.deepEqual(new Set(sink.received.map(({ headers }) => headers['webhook-id'])), new Set([failed.eventId]));
        const metrics = (await opened().call('GET', '/metrics', { key: null })).body;
        assert.match(metrics, /lapor_webhook_attempts_total\{outcome="givenUp"\} [1-9]/);
        sink.answerWith(withStatus(200));
        const before = sink.received.length;
        assert.equal((await desk('POST', `/${id}/deliveries/${failed.id}/redelivery`)).body.state, 'queued');
        await run();
        const [delivered] = await deliveriesOf(id);
        assert.deepEqual([delivered.state, delivered.attempts, delivered.lastStatus], ['delivered', 4, 200]);
        assert.equal(sink.received.length, before + 1);
        assert.equal(sink.received.at(-1)!.headers['webhook-id'], failed.eventId);
      });
    }

    test('a receiver that asks to be left alone, in seconds or until a date, is', async () => {
      const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
      for (const asked of ['3600', inAnHour]) {
        const sink = await receiver(withStatus(429, { 'retry-after': asked }));
        const { id } = await listen(sink);
        await desk('POST', `/${id}/test`);
        await run();
        const [{ state, attempts, lastStatus, nextAttemptAt }] = await deliveriesOf(id);
        assert.deepEqual([state, attempts, lastStatus], ['queued', 1, 429], asked);
        const minutes = (Date.parse(nextAttemptAt) - Date.now()) / 60_000;
        assert.ok(minutes > 50 && minutes < 61, `${asked}: ${minutes}`);
      }
    });

    test('of a receiver that floods with a body without an end only the status counts, and little is read', async () => {
      let written = 0;
      const sink = await receiver((response) => {
        response.writeHead(200);
        const block = Buffer.alloc(65_536, 'x');
        const flood = () => {
          while (!response.destroyed && response.write(block)) written += block.length;
        };
        response.on('drain', flood);
        response.on('error', () => {});
        flood();
      });
      const { id } = await listen(sink, { events: ['report.received'] });
      await fileAt(opened(), now);
      await run();
      assert.equal((await deliveriesOf(id))[0].state, 'delivered');
      await new Promise((done) => setTimeout(done, 300));
      const after = written;
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(written, after, 'the connection was cut');
      assert.ok(written < 20_000_000, `${written} bytes`);
    });

    test('a receiver that answers 410 is switched off, its owner sees why and can switch it on again', async () => {
      const sink = await receiver(withStatus(410));
      const { id } = await listen(sink, { events: ['report.received'] });
      await fileAt(opened(), now);
      await run();
      const { body } = await desk('GET', `/${id}`);
      assert.deepEqual([body.enabled, body.disabledReason], [false, 'The receiver answered 410 Gone.']);
      assert.deepEqual(
        (await deliveriesOf(id)).map((one: { state: string; lastStatus: number }) => [one.state, one.lastStatus]),
        [['failed', 410]],
      );
      await fileAt(opened(), now);
      await run();
      assert.equal(sink.received.length, 1, 'nothing more is sent');
      sink.answerWith(withStatus(200));
      const on = await desk('PATCH', `/${id}`, { enabled: true });
      assert.deepEqual([on.body.enabled, on.body.disabledReason], [true, undefined]);
      await fileAt(opened(), now);
      await run();
      assert.equal(sink.received.length, 2);
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

    test('without a receiver events cost nothing: no job is made of them', async () => {
      await fileAt(opened(), now);
      await run();
      const jobs = await engine().database.query(`select from pgboss.job where name = 'outbox.webhooks'`, []);
      assert.equal(jobs.length, 0);
    });
  },
  { webhooks: local },
);
