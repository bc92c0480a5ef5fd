import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { actAt, clockDeedsOf, faultsOf, fileAt, forgetReports } from '../clock-work/clock-work.test.support.ts';
import { newAttempt, openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { lastMoment } from './destination-of.ts';
import { isSandboxClock } from './sandbox-clock.ts';
import { travel } from './travel.ts';

/** Moves a gateway's clock as an integrator would. */
const move = ({ call }: TestGateway, body: unknown, options: object = {}) =>
  call('POST', '/v1/sandbox/clock', { key: testKeys.admin, body, ...options });

/** Begins a test anew at a moment: a sandbox has no way back. */
const backTo = async (opened: TestGateway, now: string) => {
  await forgetReports(opened);
  await opened.gateway.engine.database.query(`delete from gateway_setting where name = 'sandboxClock'`, []);
  await opened.gateway.engine.clock.refresh?.();
  opened.clock.set(now);
};

onBothDatabases(
  'the clock of a sandbox gateway',
  (opened) => {
    beforeEach(() => backTo(opened(), '2026-03-16T02:00:00Z'));

    test('moves by minutes, hours, days and working days of the caller’s region', async () => {
      for (const [unit, amount, now] of [
        ['minute', 90, '2026-03-16T03:30:00Z'],
        ['hour', 2, '2026-03-16T05:30:00Z'],
        ['day', 1, '2026-03-17T05:30:00Z'],
        // Collective leave, two holidays and a week-end: the next working day is the 25th.
        ['workingDay', 1, '2026-03-25T05:30:00Z'],
      ]) {
        const { status, body } = await move(opened(), { advance: { amount, unit } });
        assert.equal(status, 200);
        assert.deepEqual(body, { now });
        assert.deepEqual((await opened().call('GET', '/v1/sandbox/clock', { key: testKeys.national })).body, { now });
      }
      assert.deepEqual((await move(opened(), { now: '2026-04-01T00:00:00.5Z' })).body, { now: '2026-04-01T00:00:00Z' });
      assert.equal((await fileThroughDoor(opened())).receivedAt, '2026-04-01T00:00:00Z');
    });

    test('everything on the way happens in its order and at its own time', async () => {
      const first = await fileAt(opened(), '2026-03-16T02:00:00Z');
      const second = await fileAt(opened(), '2026-03-16T02:00:00Z', { targetInstitutionId: 'padang.pupr' });
      assert.equal((await move(opened(), { advance: { amount: 60, unit: 'day' } })).status, 200);
      const { engine } = opened().gateway;
      assert.deepEqual(await clockDeedsOf(engine, first), [
        'reminded 2026-03-25T01:00:00Z sumbar',
        'escalated 2026-03-26T17:00:00Z nasional',
      ]);
      assert.deepEqual(await clockDeedsOf(engine, second), [
        'reminded 2026-03-25T01:00:00Z padang.pupr',
        'escalated 2026-03-26T17:00:00Z padang',
        'escalated 2026-03-30T17:00:00Z sumbar',
        'escalated 2026-04-01T17:00:00Z nasional',
      ]);
      await move(opened(), { advance: { amount: 1, unit: 'day' } });
      assert.equal((await clockDeedsOf(engine, first)).at(-1), 'ombudsmanOffered 2026-05-15T17:00:00Z');
      assert.deepEqual(await faultsOf(engine), []);
    });

    test('an integrator sees a report closed by the system within one call', async () => {
      const report = await fileAt(opened(), '2026-03-30T02:00:00Z');
      const { engine } = opened().gateway;
      await actAt(engine, report, '2026-03-30T02:10:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
      await actAt(engine, report, '2026-03-30T02:20:00Z', { type: 'respond', message: '-' });
      await move(opened(), { advance: { amount: 12, unit: 'workingDay' } });
      const { body } = await opened().call('GET', `/v1/reports/${report.trackingId}`);
      assert.equal(body.status.code, 'completed');
      assert.deepEqual(
        body.timeline.slice(-2).map(({ type, at }: { type: string; at: string }) => [type, at]),
        [
          ['closureAnnounced', '2026-04-09T01:00:00Z'],
          ['closedAutomatically', '2026-04-14T17:00:00Z'],
        ],
      );
    });

    test('never goes back, nor further than the calendar counts', async () => {
      await move(opened(), { advance: { amount: 1, unit: 'day' } });
      const back = await move(opened(), { now: '2026-03-16T02:00:01Z' });
      assert.deepEqual([back.status, back.body.code], [409, 'actionNotPossible']);
      assert.match(back.body.detail, /dimajukan/);
      for (const body of [
        { now: '2190-01-01T00:00:01Z' },
        { advance: { amount: 100_000, unit: 'day' } },
        { advance: { amount: 100_000, unit: 'workingDay' } },
      ]) {
        assert.deepEqual(
          (await move(opened(), body, { language: 'en' })).body.detail,
          'That time lies too far ahead. Choose a time before the year 2190.',
        );
      }
      assert.equal(
        (await opened().call('GET', '/v1/sandbox/clock', { key: testKeys.admin })).body.now,
        '2026-03-17T02:00:00Z',
      );
      assert.equal((await move(opened(), { now: lastMoment })).status, 200);
      await fileThroughDoor(opened());
    });

    test('a repetition of one attempt moves it once', async () => {
      const headers = { 'idempotency-key': newAttempt() };
      const body = { advance: { amount: 1, unit: 'day' } };
      const first = await move(opened(), body, { headers });
      const again = await move(opened(), body, { headers });
      assert.deepEqual(
        [again.status, again.body, again.headers.get('idempotency-replayed')],
        [200, first.body, 'true'],
      );
      assert.equal(
        (await opened().call('GET', '/v1/sandbox/clock', { key: testKeys.admin })).body.now,
        '2026-03-17T02:00:00Z',
      );
    });

    test('a move that was interrupted is finished by its repetition', async () => {
      const report = await fileAt(opened(), '2026-03-16T02:00:00Z');
      const { engine, clockWork } = opened().gateway;
      const clock = engine.clock;
      assert.ok(isSandboxClock(clock));
      await engine.database.transaction((transaction) => clock.aimAt('2026-03-27T00:00:00Z', transaction));
      let runs = 0;
      const dying = {
        ...clockWork,
        runDue: (now: string) => ((runs += 1) === 2 ? Promise.reject(new Error('power cut')) : clockWork.runDue(now)),
      };
      await assert.rejects(travel(engine, clock, dying), /power cut/);
      assert.deepEqual(await clockDeedsOf(engine, report), ['reminded 2026-03-25T01:00:00Z sumbar']);
      assert.deepEqual((await move(opened(), { advance: { amount: 1, unit: 'minute' } })).body, {
        now: '2026-03-27T00:01:00Z',
      });
      assert.deepEqual(await clockDeedsOf(engine, report), [
        'reminded 2026-03-25T01:00:00Z sumbar',
        'escalated 2026-03-26T17:00:00Z nasional',
      ]);
    });

    test('is moved by admins only, and by no page', async () => {
      const body = { advance: { amount: 1, unit: 'day' } };
      for (const [key, status, moving, reading] of [
        [testKeys.liaison, 403, 'actionNotAllowed', 'scopeInsufficient'],
        [testKeys.site, 403, 'scopeInsufficient', 'scopeInsufficient'],
        ['sk_unknown', 401, 'keyUnknown', 'keyUnknown'],
        [null, 401, 'keyMissing', 'keyMissing'],
      ] as const) {
        const moved = await move(opened(), body, { key });
        assert.deepEqual([moved.status, moved.body.code], [status, moving]);
        const read = await opened().call('GET', '/v1/sandbox/clock', { key });
        assert.deepEqual([read.status, read.body.code], [status, reading]);
      }
      for (const wrong of [
        {},
        { now: 'besok' },
        { advance: { amount: 0, unit: 'day' } },
        { advance: { amount: 1, unit: 'year' } },
        { now: '2026-04-01T00:00:00Z', advance: { amount: 1, unit: 'day' } },
      ]) {
        assert.equal((await move(opened(), wrong)).status, 422);
      }
      assert.equal(
        (await opened().call('GET', '/v1/sandbox/clock', { key: testKeys.admin })).body.now,
        '2026-03-16T02:00:00Z',
      );
    });
  },
  { sandbox: true },
);

const fileThroughDoor = async ({ call }: TestGateway): Promise<{ receivedAt: string }> =>
  (
    await call('POST', '/v1/reports', {
      body: {
        classification: 'complaint',
        title: 'Lampu padam',
        content: 'Lampu jalan di depan puskesmas padam sejak Senin.',
      },
    })
  ).body;

onBothDatabases('a gateway that is no sandbox', (opened) => {
  test('has no clock to be found', async () => {
    for (const answer of [
      await move(opened(), { advance: { amount: 1, unit: 'day' } }),
      await opened().call('GET', '/v1/sandbox/clock', { key: testKeys.national }),
    ]) {
      assert.deepEqual([answer.status, answer.body.code], [404, 'notFound']);
    }
  });
});

describe('the replicas of a sandbox', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let url: string;
  before(async () => {
    postgres = await usePostgres();
    url = await postgres.newDatabase();
  });
  after(() => postgres.end());

  test('agree on the time at once, and after a restart', async () => {
    const [one, other] = [
      await openTestGateway({ url }, { sandbox: true }),
      await openTestGateway({ url }, { sandbox: true }),
    ];
    await move(one, { now: '2026-06-02T03:00:00Z' });
    assert.equal((await fileThroughDoor(other)).receivedAt, '2026-06-02T03:00:00Z');
    await Promise.all([move(one, { now: '2026-06-10T03:00:00Z' }), move(other, { now: '2026-06-12T03:00:00Z' })]);
    for (const each of [one, other])
      assert.equal(
        (await each.call('GET', '/v1/sandbox/clock', { key: testKeys.admin })).body.now,
        '2026-06-12T03:00:00Z',
      );
    for (const { gateway } of [one, other]) await gateway.close();
    const again = await openTestGateway({ url }, { sandbox: true });
    assert.equal(again.gateway.engine.clock.now(), '2026-06-12T03:00:00Z');
    await again.gateway.close();
  });
});
