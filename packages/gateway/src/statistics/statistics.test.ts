import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Statistics } from '@lapor/schemas';
import * as z from 'zod/mini';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { countOneByOne } from './counted-reports.test.support.ts';
import { publishStatistics } from './publish-statistics.ts';
import { createStatistics } from './read-statistics.ts';
import { rebuildFigures, refreshFigures } from './refresh-figures.ts';
import { type StatisticsSlice, wholeMonths } from './statistics-slice.ts';
import { countedReportOf, inventReports, storeReports } from './stored-reports.test.support.ts';

const now = '2026-03-10T02:00:00Z';

const read = async ({ call }: TestGateway, query = '', options: object = {}): Promise<Statistics> => {
  const answer = await call('GET', `/v1/statistics?${query}`, options);
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  return z.parse(Statistics, answer.body);
};

onBothDatabases('statistics of stored reports', (opened) => {
  const reports = inventReports(400);
  before(() => storeReports(opened().gateway.engine.database, reports));

  /** The same answer, counted one by one. */
  const expected = async (
    slice: StatisticsSlice,
    period: 'year' | 'month',
    language: 'id' | 'en',
  ): Promise<Statistics> => {
    const directory = await opened().gateway.engine.directory.get();
    const whole = wholeMonths(slice, now, 'Asia/Jakarta');
    const isWithin = (day: string, { from, until }: StatisticsSlice) =>
      (from === undefined || day >= from) && (until === undefined || day <= until);
    const counted = reports
      .map((report) => countedReportOf(report, now))
      .filter(
        ({ region }) => slice.region === undefined || region === slice.region || region.startsWith(`${slice.region}.`),
      )
      .filter(
        ({ institution }) => slice.institution === undefined || directory.isWithin(institution, slice.institution),
      )
      .filter(({ day, confidential }) => isWithin(day, slice) && (!confidential || isWithin(day, whole)));
    return publishStatistics(countOneByOne(counted), slice, {
      directory,
      language,
      period,
      suppressedBelow: 5,
      asOf: now,
    });
  };

  const questions: readonly (readonly [
    query: string,
    slice: StatisticsSlice,
    options?: { key?: string; language?: 'id' | 'en' },
  ])[] = [
    ['', { region: '13' }],
    ['', { region: '13' }, { language: 'en' }],
    ['', { region: '13.71' }, { key: testKeys.padangSite }],
    ['', { region: '13.71' }, { key: testKeys.padangAdmin }],
    ['', {}, { key: testKeys.national }],
    ['region=13.71', { region: '13.71' }],
    ['region=13.71.11', { region: '13.71.11' }],
    ['region=13.71.11.1009', { region: '13.71.11.1009' }],
    ['region=35', { region: '35' }],
    ['institution=sumbar', { region: '13', institution: 'sumbar' }],
    ['institution=padang.pupr', { region: '13', institution: 'padang.pupr' }],
    ['institution=tidak-ada', { region: '13', institution: 'tidak-ada' }],
    ['from=2025-06-01&until=2025-12-31', { region: '13', from: '2025-06-01', until: '2025-12-31' }],
    ['from=2025-06-15&until=2025-12-30', { region: '13', from: '2025-06-15', until: '2025-12-30' }],
    ['from=2026-01-01&until=2026-03-10', { region: '13', from: '2026-01-01', until: '2026-03-10' }],
    ['from=2026-03-02&until=2026-03-02', { region: '13', from: '2026-03-02', until: '2026-03-02' }],
    ['from=2026-03-02&until=2026-03-01', { region: '13', from: '2026-03-02', until: '2026-03-01' }],
  ];

  for (const [query, slice, options] of questions) {
    test(`are those that one gets by counting one by one: ${query || 'everything'} ${JSON.stringify(options ?? {})}`, async () => {
      for (const period of ['year', 'month'] as const) {
        const answer = await read(opened(), `${query}&period=${period}`.replace(/^&/, ''), options);
        assert.deepEqual(answer, await expected(slice, period, options?.language ?? 'id'));
      }
    });
  }

  test('add up: the parts of a breakdown in which nothing is hidden are the total', async () => {
    const { total, byPeriod, byInstitution } = await read(opened());
    assert.ok(total > 300);
    for (const rows of [byPeriod, byInstitution])
      assert.equal(
        rows.reduce((sum, { count }) => sum + (count ?? Number.NaN), 0),
        total,
      );
  });

  test('are refused for what no region or period is, and for callers who may not ask', async () => {
    const status = async (query: string, options: object = {}) =>
      (await opened().call('GET', `/v1/statistics?${query}`, options)).status;
    assert.equal(await status(`region=13'--`), 422);
    assert.equal(await status('period=week'), 422);
    assert.equal(await status('from=2026-02-30'), 422);
    assert.equal(await status('', { key: null }), 401);
    assert.equal(await status('', { key: 'pk_unknown' }), 401);
  });
});

onBothDatabases('statistics in time', (opened) => {
  const desk = deskCalls(opened);
  const changes = async () =>
    Number(
      (await opened().gateway.engine.database.query<{ count: string }>('select count(*) from report_change', []))[0]!
        .count,
    );

  test('count what was filed and done, and are not counted again within a minute', async () => {
    const filed = [];
    for (let index = 0; index < 6; index += 1) filed.push(await desk.submit({ title: `Laporan nomor ${index}` }));
    assert.equal(await changes(), 0, 'filing a report writes nothing for statistics');
    const first = await read(opened());
    assert.deepEqual([first.total, first.open, first.completed], [6, 6, 0]);
    assert.deepEqual(first.timeliness[0], {
      kind: 'verification',
      met: 0,
      missed: 0,
      running: 6,
      medianWorkingDays: null,
    });

    opened().clock.set('2026-03-10T02:00:30Z');
    for (const { trackingId } of filed) {
      await desk.done(testKeys.admin, trackingId, { type: 'verify' });
      await desk.done(testKeys.admin, trackingId, { type: 'dispose', to: 'sumbar.bmckt' });
    }
    await desk.submit({ title: 'Satu lagi' });
    assert.deepEqual(await read(opened()), first);

    opened().clock.set('2026-03-10T02:01:01Z');
    const later = await read(opened());
    assert.equal(later.asOf, '2026-03-10T02:01:01Z');
    assert.equal(later.total, 7);
    assert.equal(later.byInstitution.length, 2);
    assert.deepEqual(later.timeliness[1], { kind: 'followUp', met: 0, missed: 0, running: 6, medianWorkingDays: null });
    assert.equal(await changes(), 0, 'what was noted is taken');
  });

  test('a deadline that passes is missed without anybody doing anything', async () => {
    opened().clock.set('2026-06-10T02:00:00Z');
    const { timeliness } = await read(opened());
    assert.deepEqual(timeliness[1], { kind: 'followUp', met: 0, missed: 6, running: 0, medianWorkingDays: null });
  });

  test('many who ask at once share one count', async () => {
    opened().clock.set('2026-06-10T03:00:00Z');
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        read(opened(), index % 2 ? 'period=month' : '', { language: index % 3 ? 'id' : 'en' }),
      ),
    );
    assert.equal(new Set(answers.map(({ total, asOf }) => `${total} ${asOf}`)).size, 1);
  });

  test('a report that was numbered early and kept late is found, and one that is gone is not counted', async () => {
    const { database } = opened().gateway.engine;
    const [{ id }] = (await database.query<{ id: string }>('select max(id) as id from report', [])) as [{ id: string }];
    await storeReports(database, inventReports(2));
    await database.query('update report set id = id + 1000 where id > $1', [id]);
    assert.equal((await refreshFigures(opened().gateway.engine)) >= 2, true);
    await storeReports(database, inventReports(1));
    assert.equal(await refreshFigures(opened().gateway.engine), 1);
    await database.query('delete from report where id > $1', [id]);
    opened().clock.set('2026-06-10T04:00:00Z');
    assert.equal((await read(opened())).total, 7);
    assert.equal(await refreshFigures(opened().gateway.engine), 0);
  });

  test('two replicas that are asked at once count every report once', async () => {
    const { engine } = opened().gateway;
    assert.equal(await rebuildFigures(engine), 7);
    await engine.database.query('delete from report_figure', []);
    const counts = await Promise.all([refreshFigures(engine), refreshFigures(engine), refreshFigures(engine)]);
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      7,
    );
  });

  test('a confidential report in a village tells nobody that it is there', async () => {
    const place = { date: '2026-03-09', place: { regionCode: '13.71.08.1001' } };
    await desk.submit({ title: 'Rahasia desa', incident: place, confidential: true });
    await desk.submit({ title: 'Terbuka', incident: place });
    opened().clock.set('2026-06-11T02:00:00Z');
    const village = await read(opened(), 'region=13.71.08.1001');
    assert.equal(village.total, 1);
    assert.equal((await read(opened(), 'region=13.71.08.1001&from=2026-06-01&until=2026-06-30')).total, 1);
    assert.ok(!(await read(opened(), 'region=13.71.08.1001')).byInstitution.length);
  });

  test('a threshold of one’s own is told, and counts', async () => {
    const question = {
      slice: { region: '13.71.08.1001' },
      period: 'year',
      language: 'id',
      timeZone: 'Asia/Jakarta',
    } as const;
    const statistics = await createStatistics(opened().gateway.engine, 1)(question);
    assert.deepEqual([statistics.suppressedBelow, statistics.total, statistics.byRegion[0]?.count], [1, 2, 2]);
    for (const wrong of [-1, 2.5, Number.NaN])
      assert.throws(() => createStatistics(opened().gateway.engine, wrong), /suppressedBelow/);
  });
});
