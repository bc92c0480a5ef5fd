import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TestGateway } from '../both-databases.test.support.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { startPostgres } from '../test-postgres.test.support.ts';
import { actAt, clockDeedsOf, faultsOf, type Filed, fileAt, forgetReports } from './clock-work.test.support.ts';
import { createClockWork } from './create-clock-work.ts';
import { deliverEvents } from './deliver-events.ts';
import { openJobQueue } from './job-queue.ts';
import type { OutboxSubscriber } from './outbox-subscriber.ts';
import { relayOutbox } from './relay-outbox.ts';
import { openSubscriberQueues, queueOf } from './subscriber-queues.ts';

describe('two replicas on one PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let one: TestGateway;
  let other: TestGateway;
  before(async () => {
    postgres = await startPostgres();
    const url = await postgres.newDatabase();
    one = await openTestGateway({ url });
    other = await openTestGateway({ url });
  });
  after(async () => {
    await one?.gateway.close();
    await other?.gateway.close();
    await postgres?.end();
  });

  test('do what is due to each report once, however often and however much at the same time', async () => {
    const reports: Filed[] = [];
    for (let count = 0; count < 60; count += 1) reports.push(await fileAt(one, '2026-03-10T02:00:00Z'));
    const due = '2026-03-13T17:00:00Z';
    const runs = await Promise.all([one, other, one, other].map(({ gateway }) => gateway.clockWork.runDue(due)));
    assert.equal(
      runs.reduce((sum, { reports: count }) => sum + count, 0),
      60,
    );
    for (const report of reports)
      assert.deepEqual(await clockDeedsOf(one.gateway.engine, report), ['escalated 2026-03-13T17:00:00Z nasional']);
    one.clock.set(due);
    assert.deepEqual(await faultsOf(one.gateway.engine), []);
  });

  test('share five hundred rows of the outbox, and each is handled once and in its report’s order', async () => {
    await forgetReports(one);
    const { engine } = one.gateway;
    // Once a minute either of them looks for what is due by its own clock: nothing may be, or there are more events.
    other.clock.set('2026-03-10T02:00:00Z');
    for (let count = 0; count < 50; count += 1) {
      const report = await fileAt(one, '2026-03-10T02:00:00Z');
      for (let time = 0; time < 9; time += 1)
        await actAt(engine, report, '2026-03-10T02:00:00Z', { type: 'support' }, { kind: 'public' });
    }
    const taken: { by: string; id: string }[] = [];
    const subscriber = (by: string): OutboxSubscriber => ({
      name: 'shared',
      async handle({ id }) {
        await new Promise((resolve) => setTimeout(resolve, 2));
        taken.push({ by, id });
      },
    });
    const works = [one, other].map(({ gateway }, index) =>
      createClockWork(gateway.engine, { subscribers: [subscriber(`replica ${index}`)], pause: 20 }),
    );
    await Promise.all(works.map((work) => work.start()));
    for (let round = 0; round < 200 && taken.length < 500; round += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await Promise.all(works.map((work) => work.stop()));
    assert.equal(taken.length, 500);
    assert.equal(new Set(taken.map(({ id }) => id)).size, 500);
    assert.deepEqual([...new Set(taken.map(({ by }) => by))].sort(), ['replica 0', 'replica 1'], 'both worked');
    const sequences = new Map<string, number[]>();
    for (const { id } of taken) {
      const [report = '', sequence] = id.split('.');
      sequences.set(report, [...(sequences.get(report) ?? []), Number(sequence)]);
    }
    for (const order of sequences.values()) assert.deepEqual(order, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  test('what a replica had in its hands when it died is taken by another', async () => {
    await forgetReports(one);
    const { database } = one.gateway.engine;
    const taken: string[] = [];
    const subscriber: OutboxSubscriber = {
      name: 'orphan',
      retries: { firstDelay: 0 },
      handle: async ({ id, attempt }) => void taken.push(`${id} attempt ${attempt}`),
    };
    const queue = await openJobQueue(database, () => {});
    try {
      await openSubscriberQueues(queue, [subscriber]);
      const report = await fileAt(one, '2026-03-10T02:00:00Z');
      const { signal } = new AbortController();
      await relayOutbox(database, queue, [subscriber], signal);
      assert.equal((await queue.fetch(queueOf('orphan'))).length, 1, 'taken, and never finished');
      assert.equal(await deliverEvents(database, queue, subscriber, signal), 0);
      await database.query(`update pgboss.job set started_on = started_on - interval '1 hour' where name = $1`, [
        queueOf('orphan'),
      ]);
      await database.query(`update pgboss.queue set monitor_on = null where name = $1`, [queueOf('orphan')]);
      await queue.supervise(queueOf('orphan'));
      await deliverEvents(database, queue, subscriber, signal);
      assert.deepEqual(taken, [`${report.trackingId}.0 attempt 1`]);
    } finally {
      await queue.stop();
    }
  });

  test('go on by themselves when the database was gone and is back', async () => {
    await forgetReports(one);
    const taken: string[] = [];
    const errors: unknown[] = [];
    const work = createClockWork(one.gateway.engine, {
      subscribers: [{ name: 'patient', handle: async ({ id }) => void taken.push(id) }],
      pause: 50,
      onError: (error) => errors.push(error),
    });
    await work.start();
    await postgres.stop();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    assert.ok(errors.length > 0, 'and say so');
    await postgres.start();
    const report = await fileAt(one, '2026-03-10T02:00:00Z');
    for (let round = 0; round < 100 && taken.length === 0; round += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await work.stop();
    assert.deepEqual(taken, [`${report.trackingId}.0`]);
  });

  test('start at the same time on an empty database', async () => {
    const url = await postgres.newDatabase();
    const gateways = await Promise.all([
      openTestGateway({ url }, { clockWork: true }),
      openTestGateway({ url }, { clockWork: true }),
    ]);
    await Promise.all(gateways.map(({ gateway }) => gateway.close()));
  });
});
