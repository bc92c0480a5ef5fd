import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import type { Engine } from '../engine/engine.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import {
  actAt,
  clockDeedsOf,
  eventsOf,
  faultsOf,
  fileAt,
  forgetReports,
  passThrough,
} from './clock-work.test.support.ts';
import { lookAfterDueReports } from './look-after-due-reports.ts';

const run = { onError: () => {}, signal: new AbortController().signal };

onBothDatabases('what is due to reports', (opened) => {
  const engine = () => opened().gateway.engine;
  beforeEach(() => forgetReports(opened()));

  test('an unassigned report is reminded of, and goes up to the national admin', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    await passThrough(opened(), '2026-03-12T00:59:59Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), []);
    await passThrough(
      opened(),
      '2026-03-12T01:00:00Z',
      '2026-03-13T16:59:59Z',
      '2026-03-13T17:00:00Z',
      '2026-04-30T00:00:00Z',
    );
    assert.deepEqual(await clockDeedsOf(engine(), report), [
      'reminded 2026-03-12T01:00:00Z sumbar',
      'escalated 2026-03-13T17:00:00Z nasional',
    ]);
    assert.deepEqual(await faultsOf(engine()), []);
  });

  test('an assigned report goes up level by level: the owner’s parent, then the national admin', async () => {
    const report = await fileAt(opened(), '2026-03-02T02:00:00Z');
    await actAt(engine(), report, '2026-03-02T03:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
    // Due on Monday the 9th; two working days later comes the next level.
    await passThrough(
      opened(),
      '2026-03-06T01:00:00Z',
      '2026-03-09T17:00:00Z',
      '2026-03-11T16:59:59Z',
      '2026-03-11T17:00:00Z',
    );
    assert.deepEqual(await clockDeedsOf(engine(), report), [
      'reminded 2026-03-06T01:00:00Z sumbar.bmckt',
      'escalated 2026-03-09T17:00:00Z sumbar',
      'escalated 2026-03-11T17:00:00Z nasional',
    ]);
    const [row] = await engine().database.query<{ escalation_level: number }>(
      'select escalation_level from report',
      [],
    );
    assert.equal(row?.escalation_level, 2);
  });

  test('nothing is done twice, and what is overdue is not looked at every minute', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    await passThrough(
      opened(),
      '2026-03-12T01:00:00Z',
      '2026-03-12T01:01:00Z',
      '2026-03-13T17:00:00Z',
      '2026-03-13T17:01:00Z',
    );
    assert.equal((await clockDeedsOf(engine(), report)).length, 2);
    assert.equal(await lookAfterDueReports(engine(), '2026-03-13T17:02:00Z', run), 0);
    const [{ clock_at } = { clock_at: null }] = await engine().database.query<{ clock_at: Date | null }>(
      'select clock_at from report',
      [],
    );
    assert.equal(clock_at?.toISOString(), '2026-05-09T17:00:00.000Z', 'the next thing is the legal limit');
  });

  test('an event of somebody else does not lose what is due', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    await actAt(engine(), report, '2026-03-13T17:00:30Z', { type: 'support' }, { kind: 'public' });
    await actAt(engine(), report, '2026-03-13T17:00:40Z', {
      type: 'postpone',
      reasonCode: 'awaitingOthers',
      reason: 'Menunggu data.',
    });
    await passThrough(opened(), '2026-03-13T17:01:00Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), ['escalated 2026-03-13T17:01:00Z nasional']);
  });

  test('working days, holidays and hours are those of the report’s own region', async () => {
    const jayapura = await fileAt(opened(), '2026-03-13T15:30:00Z', { incident: { place: { regionCode: '91.71' } } });
    await passThrough(
      opened(),
      '2026-03-16T22:59:59Z',
      '2026-03-16T23:00:00Z',
      '2026-03-25T14:59:59Z',
      '2026-03-25T15:00:00Z',
    );
    assert.deepEqual(await clockDeedsOf(engine(), jayapura), [
      'reminded 2026-03-16T23:00:00Z sumbar',
      'escalated 2026-03-25T15:00:00Z nasional',
    ]);
  });

  test('an answered report closes by itself, after that was announced', async () => {
    const report = await fileAt(opened(), '2026-03-30T02:00:00Z');
    await actAt(engine(), report, '2026-03-30T03:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
    await actAt(engine(), report, '2026-03-31T02:00:00Z', { type: 'respond', message: '-' });
    await passThrough(opened(), '2026-04-10T00:59:00Z', '2026-04-10T01:00:00Z', '2026-04-15T16:59:59Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), ['closureAnnounced 2026-04-10T01:00:00Z']);
    const own = await opened().call('GET', `/v1/reports/${report.trackingId}`, { key: report.token });
    assert.match(own.body.timeline.at(-1).summary, /15 April 2026/);
    await passThrough(opened(), '2026-04-15T17:00:00Z', '2026-04-15T17:01:00Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), [
      'closureAnnounced 2026-04-10T01:00:00Z',
      'closedAutomatically 2026-04-15T17:00:00Z',
    ]);
    assert.deepEqual(await faultsOf(engine()), []);
  });

  test('a reply in between cancels the closing', async () => {
    const report = await fileAt(opened(), '2026-03-30T02:00:00Z');
    await actAt(engine(), report, '2026-03-30T03:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
    await actAt(engine(), report, '2026-03-31T02:00:00Z', { type: 'respond', message: '-' });
    await passThrough(opened(), '2026-04-10T01:00:00Z');
    opened().clock.set('2026-04-15T16:00:00Z');
    const replied = await opened().call('POST', `/v1/reports/${report.trackingId}/replies`, {
      key: report.token,
      body: { message: 'Belum, Pak. Papannya masih lepas.' },
    });
    assert.equal(replied.status, 201);
    await passThrough(opened(), '2026-04-15T17:00:00Z', '2026-04-16T17:00:00Z');
    assert.deepEqual(
      (await eventsOf(engine(), report)).map(({ type }) => type),
      ['received', 'disposed', 'responded', 'closureAnnounced', 'replied'],
    );
  });

  test('after a pause of the gateway nothing is closed unannounced', async () => {
    const report = await fileAt(opened(), '2026-03-30T02:00:00Z');
    await actAt(engine(), report, '2026-03-30T03:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' });
    await actAt(engine(), report, '2026-03-31T02:00:00Z', { type: 'respond', message: '-' });
    // Thursday 23 April, a week too late; then a whole working day has to pass: Friday.
    await passThrough(opened(), '2026-04-23T03:00:00Z', '2026-04-24T16:59:59Z', '2026-04-24T17:00:00Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), [
      'closureAnnounced 2026-04-23T03:00:00Z',
      'closedAutomatically 2026-04-24T17:00:00Z',
    ]);
  });

  test('after the legal limit the reporter can take everything to the Ombudsman, once', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    await passThrough(opened(), '2026-05-09T16:59:59Z', '2026-05-09T17:00:00Z', '2026-05-10T17:00:00Z');
    const deeds = await clockDeedsOf(engine(), report);
    assert.deepEqual(
      deeds.filter((deed) => deed.startsWith('ombudsman')),
      ['ombudsmanOffered 2026-05-09T17:00:00Z'],
    );
    assert.equal((await opened().call('GET', `/v1/reports/${report.trackingId}`)).body.ombudsmanOffered, true);
  });

  test('unassigned reports go first', async () => {
    const assigned = await fileAt(opened(), '2026-03-02T02:00:00Z', { targetInstitutionId: 'sumbar.bmckt' });
    const unassigned = await fileAt(opened(), '2026-03-02T02:00:01Z');
    await passThrough(opened(), '2026-03-05T17:00:00Z');
    const order = await engine().database.query<{ report_id: string }>(
      `select report_id from report_event where event ->> 'type' = 'escalated' order by ctid`,
      [],
    );
    assert.deepEqual(
      order.map((row) => row.report_id),
      [unassigned.trackingId, assigned.trackingId],
    );
  });

  test('a step that breaks leaves nothing half done, and is done once afterwards', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    const other = await fileAt(opened(), '2026-03-10T02:00:00Z');
    const { database } = engine();
    const errors: unknown[] = [];
    const breaking: Engine = {
      ...engine(),
      database: {
        ...database,
        transaction: (work) =>
          database.transaction((transaction) =>
            work({
              async query(statement, values) {
                if (statement.includes('update report set clock_at') && values?.[0] === report.trackingId)
                  throw new Error('power cut');
                return transaction.query(statement, values);
              },
            }),
          ),
      },
    };
    assert.equal(
      await lookAfterDueReports(breaking, '2026-03-13T17:00:00Z', { ...run, onError: (error) => errors.push(error) }),
      1,
    );
    assert.equal(errors.length, 1);
    assert.deepEqual(await clockDeedsOf(engine(), report), []);
    assert.deepEqual(await clockDeedsOf(engine(), other), ['escalated 2026-03-13T17:00:00Z nasional']);
    await passThrough(opened(), '2026-03-13T17:01:00Z', '2026-03-13T18:00:00Z', '2026-03-13T19:00:00Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), ['escalated 2026-03-13T18:00:00Z nasional']);
    assert.deepEqual(await faultsOf(engine()), []);
  });

  test('a withdrawn report is left in peace', async () => {
    const report = await fileAt(opened(), '2026-03-10T02:00:00Z');
    opened().clock.set('2026-03-11T02:00:00Z');
    const withdrawn = await opened().call('POST', `/v1/reports/${report.trackingId}/withdrawal`, {
      key: report.token,
      body: { reason: 'Sudah diperbaiki warga.' },
    });
    assert.equal(withdrawn.status, 200, JSON.stringify(withdrawn.body));
    await passThrough(opened(), '2026-03-12T01:00:00Z', '2026-03-13T17:00:00Z', '2026-05-09T17:00:00Z');
    assert.deepEqual(await clockDeedsOf(engine(), report), []);
  });

  test('the names of attempts are forgotten after a day', async () => {
    const headers = { 'idempotency-key': 'satu-kali-saja-0001' };
    const filed = await opened().call('POST', '/v1/reports', {
      headers,
      body: {
        classification: 'complaint',
        title: 'Talang air',
        content: 'Talang air di halte patah sejak pekan lalu.',
      },
    });
    const now = opened().clock.now();
    assert.equal(
      (await opened().call('POST', `/v1/reports/${filed.body.trackingId}/support`, { key: testKeys.site })).status,
      200,
    );
    await passThrough(opened(), now, '2027-06-01T00:00:00Z');
    const [{ kept, attempt } = { kept: '-', attempt: null }] = await engine().database.query<{
      kept: string;
      attempt: unknown;
    }>('select (select count(*) from idempotency) as kept, attempt from report where id = $1', [filed.body.trackingId]);
    assert.equal(kept, '0');
    assert.equal(attempt, null);
  });
});
