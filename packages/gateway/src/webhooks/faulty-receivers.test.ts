import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileAt } from '../clock-work/clock-work.test.support.ts';
import { type Answer, withStatus } from './receiver.test.support.ts';
import { now, onWebhooks } from './webhooks.test.support.ts';
import { until } from '../until.test.support.ts';

onWebhooks('receivers in trouble', ({ opened, receiver, desk, listen, run, deliveriesOf }) => {
  test('a receiver that hangs holds up no other receiver', async () => {
    const hanging = await receiver(() => {});
    const well = await receiver();
    await listen(hanging);
    await listen(well);
    for (let count = 0; count < 5; count += 1) await fileAt(opened(), now);
    const { clockWork } = opened().gateway;
    const running = clockWork.runDue(now);
    await until(() => well.received.length >= 5, 'the other one has all five', 20_000);
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
});
