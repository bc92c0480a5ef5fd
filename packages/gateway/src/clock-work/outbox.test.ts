import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { actAt, fileAt, forgetReports } from './clock-work.test.support.ts';
import { type ClockWork, type ClockWorkOptions, createClockWork } from './create-clock-work.ts';
import type { OutboxEvent, OutboxSubscriber } from './outbox-subscriber.ts';

/** Retries without a pause, so that a test need not wait. */
const atOnce = { limit: 3, firstDelay: 0 };

/** A subscriber that notes what it took, and fails where it is told to. */
const noting = (name: string, fails: (event: OutboxEvent) => boolean = () => false) => {
  const taken: string[] = [];
  const attempts: string[] = [];
  const subscriber: OutboxSubscriber = {
    name,
    retries: atOnce,
    async handle(event) {
      attempts.push(event.id);
      if (fails(event)) throw new Error('the other side is closed');
      taken.push(event.id);
    },
  };
  return { subscriber, taken, attempts };
};

const now = '2026-03-10T02:00:00Z';

const suite = (title: string, locate: () => Promise<DatabaseLocation>, end: () => Promise<void>) =>
  describe(`the outbox, on ${title}`, () => {
    let opened: TestGateway;
    before(async () => void (opened = await openTestGateway(await locate())));
    after(async () => {
      await opened.gateway.close();
      await end();
    });
    beforeEach(() => forgetReports(opened));
    const engine = () => opened.gateway.engine;
    const works: ClockWork[] = [];
    const workFor = (options: ClockWorkOptions): ClockWork => {
      const work = createClockWork(engine(), options);
      works.push(work);
      return work;
    };
    afterEach(async () => {
      for (const work of works.splice(0)) await work.stop();
    });

    test('every event reaches every subscriber once, each report’s in their order', async () => {
      const [one, other] = [noting('one'), noting('other')];
      const work = workFor({ subscribers: [one.subscriber, other.subscriber] });
      const first = await fileAt(opened, now);
      const second = await fileAt(opened, now);
      await actAt(engine(), first, now, { type: 'dispose', to: 'sumbar.bmckt' });
      await actAt(engine(), first, now, { type: 'startFollowUp' });
      await work.runDue(now);
      await work.runDue(now);
      await actAt(engine(), second, now, { type: 'archive', reasonCode: 'notClear', reason: 'Tidak jelas.' });
      await work.runDue(now);
      const expected = [
        `${first.trackingId}.0`,
        `${first.trackingId}.1`,
        `${first.trackingId}.2`,
        `${second.trackingId}.0`,
        `${second.trackingId}.1`,
      ];
      for (const { taken } of [one, other]) {
        assert.deepEqual([...taken].sort(), expected);
        for (const { trackingId } of [first, second])
          assert.deepEqual(
            taken.filter((id) => id.startsWith(trackingId)),
            expected.filter((id) => id.startsWith(trackingId)),
          );
      }
      assert.deepEqual(await engine().database.query('select id from outbox', []), []);
    });

    test('a subscriber that fails neither blocks nor doubles the others', async () => {
      let isClosed = true;
      const failing = noting('failing', () => isClosed);
      const healthy = noting('healthy');
      const work = workFor({
        subscribers: [
          { ...failing.subscriber, retries: { limit: 3, firstDelay: 1, longestDelay: 1 } },
          healthy.subscriber,
        ],
      });
      const report = await fileAt(opened, now);
      await actAt(engine(), report, now, { type: 'dispose', to: 'sumbar.bmckt' });
      await work.runDue(now);
      assert.deepEqual(healthy.taken, [`${report.trackingId}.0`, `${report.trackingId}.1`]);
      assert.deepEqual(failing.attempts, [`${report.trackingId}.0`], 'the later event waits behind the earlier one');
      isClosed = false;
      for (let round = 0; round < 40 && failing.taken.length < 2; round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        await work.runDue(now);
      }
      assert.deepEqual(failing.taken, [`${report.trackingId}.0`, `${report.trackingId}.1`]);
      assert.equal(healthy.attempts.length, 2);
    });

    test('what fails to the end is a dead letter that can be seen and replayed, and holds nothing back', async () => {
      let isClosed = true;
      const dead = noting('dead', ({ event }) => isClosed && event.type === 'received');
      const work = workFor({ subscribers: [dead.subscriber] });
      const report = await fileAt(opened, now, {
        title: 'Judul yang tidak boleh tampak',
        reporter: { name: 'Uni Rosnida' },
      });
      await actAt(engine(), report, now, { type: 'dispose', to: 'sumbar.bmckt' });
      await work.runDue(now);
      assert.deepEqual(dead.taken, [`${report.trackingId}.1`]);
      assert.equal(dead.attempts.filter((id) => id.endsWith('.0')).length, 4, 'once and three times again');
      const [letter, ...more] = await work.deadLetters();
      assert.deepEqual(more, []);
      assert.deepEqual(
        { ...letter, id: '', at: '' },
        {
          id: '',
          subscriber: 'dead',
          trackingId: report.trackingId,
          sequence: 0,
          attempts: 4,
          reason: 'the other side is closed',
          at: '',
        },
      );
      const stored = await engine().database.query<{ row: string }>(
        'select to_jsonb(job)::text as row from pgboss.job',
        [],
      );
      assert.ok(!stored.some(({ row }) => /Judul|Rosnida/.test(row)), 'jobs carry ids only');
      isClosed = false;
      assert.equal(await work.replay('dead', [letter!.id]), 1);
      await work.runDue(now);
      assert.deepEqual(dead.taken, [`${report.trackingId}.1`, `${report.trackingId}.0`]);
      assert.deepEqual(await work.deadLetters(), []);
    });

    test('a subscriber that never answers fails when its patience is over', async () => {
      const signals: AbortSignal[] = [];
      const silent: OutboxSubscriber = {
        name: 'silent',
        patience: 0.2,
        retries: { limit: 0 },
        handle: (_, signal) => new Promise(() => signals.push(signal)),
      };
      const work = workFor({ subscribers: [silent] });
      await fileAt(opened, now);
      await work.runDue(now);
      assert.equal((await work.deadLetters())[0]?.reason, 'no answer within 0.2 seconds');
      assert.equal(signals[0]?.aborted, true);
    });

    test('a relay that breaks in the middle loses nothing and doubles nothing', async () => {
      const seen = noting('seen');
      const work = workFor({ subscribers: [seen.subscriber] });
      await work.runDue(now);
      const report = await fileAt(opened, now);
      const { database } = engine();
      await engine().database.query(
        'create function refuse() returns trigger language plpgsql as $$ begin raise exception $m$power cut$m$; end $$',
        [],
      );
      await database.query(
        'create trigger refuse before insert on pgboss.job_common for each row execute function refuse()',
        [],
      );
      await assert.rejects(work.runDue(now), /power cut/);
      assert.equal((await database.query('select id from outbox', [])).length, 1);
      await database.query('drop trigger refuse on pgboss.job_common', []);
      await database.query('drop function refuse()', []);
      await work.runDue(now);
      assert.deepEqual(seen.attempts, [`${report.trackingId}.0`]);
    });

    test('without subscribers the outbox is emptied all the same', async () => {
      await fileAt(opened, now);
      await opened.gateway.clockWork.runDue(now);
      assert.deepEqual(await engine().database.query('select id from outbox', []), []);
    });

    test('once started it delivers and does what is due by itself, and when stopped it finishes what it began', async () => {
      const started: string[] = [];
      const finished: string[] = [];
      const slow: OutboxSubscriber = {
        name: 'slow',
        async handle({ id }) {
          started.push(id);
          await new Promise((resolve) => setTimeout(resolve, 500));
          finished.push(id);
        },
      };
      const overdue = await fileAt(opened, '2026-03-02T02:00:00Z');
      opened.clock.set(now);
      const errors: unknown[] = [];
      const work = workFor({ subscribers: [slow], pause: 50, onError: (error) => errors.push(error) });
      await work.start();
      const due = () =>
        engine().database.query(`select from report_event where report_id = $1 and event ->> 'type' = 'escalated'`, [
          overdue.trackingId,
        ]);
      for (let round = 0; round < 100 && (started.length === 0 || (await due()).length === 0); round += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      await work.stop();
      assert.equal((await due()).length, 1);
      assert.ok(started.length > 0);
      assert.deepEqual(finished, started);
      assert.deepEqual(errors, []);
      const startedByThen = started.length;
      await fileAt(opened, now);
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(started.length, startedByThen, 'nothing is begun after the stop');
    });

    test('names that cannot be told apart are refused at the start', async () => {
      for (const names of [['sama', 'sama'], ['Dengan Spasi']]) {
        await assert.rejects(
          workFor({ subscribers: names.map((name) => noting(name).subscriber) }).start(),
          /subscriber/,
        );
      }
    });
  });

suite(
  'PGlite',
  async () => ({ memory: true }),
  async () => {},
);

let postgres: Awaited<ReturnType<typeof usePostgres>>;
suite(
  'PostgreSQL',
  async () => {
    postgres = await usePostgres();
    return { url: await postgres.newDatabase() };
  },
  () => postgres.end(),
);
