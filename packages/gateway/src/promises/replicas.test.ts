import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestGateway } from '../both-databases.test.support.ts';
import { faultsOf } from '../clock-work/clock-work.test.support.ts';
import type { OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import { newAttempt, openTestGateway, sampleReport, type TestAnswer, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';

/** How long a replica may believe what it has read of keys and sites, as the README says. */
const memory = 5_000;

const subscriberNames = ['warta', 'arsip'] as const;

describe('two replicas of a gateway', { timeout: 300_000 }, () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let one: TestGateway;
  let other: TestGateway;
  /** Which subscriber was told of which event, by whichever replica, in the order in which it was. */
  const told: { readonly subscriber: string; readonly id: string }[] = [];
  const subscribers: OutboxSubscriber[] = subscriberNames.map((name) => ({
    name,
    async handle({ id }) {
      await wait(1);
      told.push({ subscriber: name, id });
    },
  }));

  before(async () => {
    postgres = await usePostgres();
    const url = await postgres.newDatabase();
    one = await openTestGateway({ url }, { subscribers, clockWork: true });
    other = await openTestGateway({ url }, { subscribers, clockWork: true });
  });
  after(async () => {
    await one?.gateway.close();
    await other?.gateway.close();
    await postgres?.end();
  });

  /** The same call with the same name at both replicas at the same time, again where it was told that it is under way. */
  const atBoth = (path: string, options: { readonly key?: string; readonly body: unknown }): Promise<TestAnswer[]> => {
    const headers = { 'idempotency-key': newAttempt() };
    const insist = async ({ call }: TestGateway): Promise<TestAnswer> => {
      for (;;) {
        const answer = await call('POST', path, { ...options, headers });
        if (answer.body.code !== 'idempotencyInProgress') return answer;
        await wait(20);
      }
    };
    return Promise.all([one, other, one, other].map(insist));
  };

  /** One of the answers was the first, the others repeat it. */
  const assertOnce = (answers: readonly TestAnswer[]): void => {
    const [first] = answers;
    for (const { status, body } of answers) {
      assert.ok(status < 300, JSON.stringify(body));
      assert.deepEqual([status, body], [first!.status, first!.body]);
    }
    const originals = answers.filter(({ headers }) => headers.get('idempotency-replayed') === null);
    assert.equal(originals.length, 1);
  };

  test('that are given the same attempt at the same time do it once, and both tell the same', async () => {
    const counted = async (statement: string): Promise<number> =>
      Number((await one.gateway.engine.database.query<{ count: string }>(statement, []))[0]!.count);
    const reports = 'select count(*) from report';
    const replies = `select count(*) from report_event where event ->> 'type' = 'replied'`;
    const verified = `select count(*) from report_event where event ->> 'type' = 'verified'`;
    const keys = 'select count(*) from access_key';
    const counts = await Promise.all([reports, replies, verified, keys].map(counted));
    const rounds = 15;
    await Promise.all(
      Array.from({ length: rounds }, async (_, round) => {
        const receipts = await atBoth('/v1/reports', { body: sampleReport({ title: `Kembar ${round}` }) });
        assertOnce(receipts);
        const { trackingId, token } = receipts[0]!.body;
        assertOnce(await atBoth(`/v1/reports/${trackingId}/replies`, { key: token, body: { message: 'Sudah?' } }));
        assertOnce(
          await atBoth(`/v1/desk/reports/${trackingId}/actions`, { key: testKeys.admin, body: { type: 'verify' } }),
        );
        const body = { kind: 'secret', institutionId: 'sumbar', role: 'liaisonOfficer', name: `Kunci ${round}` };
        assertOnce(await atBoth('/v1/desk/keys', { key: testKeys.admin, body }));
      }),
    );
    const now = await Promise.all([reports, replies, verified, keys].map(counted));
    assert.deepEqual(
      now.map((count, index) => count - counts[index]!),
      [rounds, rounds, rounds, rounds],
    );
  });

  test('that are given different things by the same name take one of them', async () => {
    const headers = { 'idempotency-key': newAttempt() };
    const answers = await Promise.all(
      [one, other].map(({ call }, index) =>
        call('POST', '/v1/reports', { body: sampleReport({ title: `Berbeda ${index}` }), headers }),
      ),
    );
    const [taken, refused] = answers.toSorted((first, second) => first.status - second.status);
    assert.equal(taken!.status, 201);
    assert.ok(['idempotencyKeyReused', 'idempotencyInProgress'].includes(refused!.body.code), refused!.body.code);
  });

  test('tell each subscriber of every event once and in its report’s order, whichever of them does it', async () => {
    const { call } = one;
    const filed = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const { body } = await (index % 2 ? one : other).call('POST', '/v1/reports', { body: sampleReport() });
        for (const [step, action] of [{ type: 'verify' }, { type: 'note', message: 'Dicatat.' }].entries())
          await (step % 2 ? one : other).call('POST', `/v1/desk/reports/${body.trackingId}/actions`, {
            key: testKeys.admin,
            body: action,
          });
        return body.trackingId as string;
      }),
    );
    assert.equal((await call('GET', '/v1/reports')).status, 200);
    const [row] = await one.gateway.engine.database.query<{ count: string }>('select count(*) from report_event', []);
    const expected = Number(row!.count) * subscriberNames.length;
    for (let round = 0; round < 1_200 && told.length < expected; round += 1) await wait(50);
    // What is told twice would come late.
    await wait(500);
    assert.equal(told.length, expected);
    assert.equal(new Set(told.map(({ subscriber, id }) => `${subscriber} ${id}`)).size, expected);
    for (const subscriber of subscriberNames) {
      for (const trackingId of filed) {
        const order = told
          .filter((each) => each.subscriber === subscriber && each.id.startsWith(`${trackingId}.`))
          .map(({ id }) => Number(id.split('.')[1]));
        assert.deepEqual(order, [...order.keys()], `${subscriber} of ${trackingId}`);
      }
    }
  });

  test('do what is due once, both at the same time and while people go on', async () => {
    const { database } = one.gateway.engine;
    for (const { clock } of [one, other]) clock.set('2026-03-13T17:00:00Z');
    const people = Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        (index % 2 ? one : other).call('POST', '/v1/reports', { body: sampleReport({ title: 'Sementara itu' }) }),
      ),
    );
    await Promise.all([one, other, one, other].map(({ gateway }) => gateway.clockWork.runDue('2026-03-13T17:00:00Z')));
    await people;
    const deeds = await database.query<{ type: string; times: number }>(
      `select event ->> 'type' as type, count(*)::integer as times from report_event
       where event -> 'by' ->> 'kind' = 'system' and sequence > 0 group by report_id, event ->> 'type', event ->> 'to'`,
      [],
    );
    assert.ok(deeds.length > 50);
    assert.deepEqual(
      deeds.filter(({ times }) => times !== 1),
      [],
    );
    assert.deepEqual(await faultsOf(one.gateway.engine), []);
  });

  /** Asks until the answer is what it should become. What was asked later than a replica may remember must be right. */
  const soon = async (isChanged: () => Promise<boolean>): Promise<void> => {
    const changedAt = performance.now();
    for (;;) {
      const askedAt = performance.now();
      if (await isChanged()) return;
      assert.ok(askedAt - changedAt < memory, `still as before after ${Math.round(askedAt - changedAt)} ms`);
      await wait(50);
    }
  };

  test('know of a key that was made or revoked at the other one within five seconds', async () => {
    const made = await one.call('POST', '/v1/desk/keys', {
      key: testKeys.admin,
      body: { kind: 'secret', institutionId: 'sumbar', role: 'institutionAdmin', name: 'Untuk dicabut' },
    });
    const { key, id } = made.body;
    const isTaken = async (): Promise<boolean> => (await other.call('GET', '/v1/desk/keys', { key })).status === 200;
    await soon(isTaken);
    assert.equal((await one.call('DELETE', `/v1/desk/keys/${id}`, { key: testKeys.admin })).status, 204);
    assert.equal((await one.call('GET', '/v1/desk/keys', { key })).status, 401, 'here it ends at once');
    await soon(async () => !(await isTaken()));
  });

  test('know of a site’s settings and origins that were changed at the other one within five seconds', async () => {
    const origin = 'https://baru.sumbar.example';
    const read = (): Promise<TestAnswer> => other.call('GET', '/v1/site', { headers: { origin } });
    assert.equal((await read()).body.code, 'originNotAllowed');
    const body = { name: 'Situs yang diganti', origins: ['https://sumbar.example', origin] };
    assert.equal((await one.call('PATCH', '/v1/desk/sites/sumbar', { key: testKeys.admin, body })).status, 200);
    await soon(async () => (await read()).body.name === 'Situs yang diganti');
    assert.equal((await read()).headers.get('access-control-allow-origin'), origin);
  });
});
