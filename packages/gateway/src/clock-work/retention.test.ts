import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { folderOf } from '../storage/attachment-store.ts';
import { onBothDatabases, type TestGateway } from '../both-databases.test.support.ts';
import { clockPolicyOf } from '../clock-plan/clock-policy.ts';
import type { Engine } from '../engine/engine.ts';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';
import { applyPolicy } from './apply-policy.ts';
import {
  actAt,
  admin,
  eventsOf,
  faultsOf,
  type Filed,
  fileAt,
  forgetReports,
  passThrough,
} from './clock-work.test.support.ts';
import { lookAfterDueReports } from './look-after-due-reports.ts';

/** Words that stand nowhere else. */
const planted = {
  who: ['Rosnida Tanjung', 'rosnida.tanjung@contoh.example', '+6281234567890'],
  texts: [
    'Jembatan kenanga merah',
    'Papan ketujuh patah seperti kerupuk',
    'seberang warung Mak Itam',
    'tiang-kode-4711',
    'sudah tiga kali jatuh',
    'pindah ke dinas sebelah',
    'catatan dalam petugas',
    'foto-dapur-rahasia.jpg',
  ],
  supporter: ['supporter'],
};

/** Every row of every table, the job queue's included, as text. */
const everything = async ({ database }: Engine): Promise<string> => {
  const tables = await database.query<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
    [],
  );
  const rows: string[] = [];
  for (const { name } of tables)
    rows.push(
      ...(await database.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} as t`, [])).map(
        ({ row }) => row,
      ),
    );
  return rows.join('\n');
};

const found = async (engine: Engine, words: readonly string[]): Promise<string[]> => {
  const text = await everything(engine);
  return words.filter((word) => text.includes(word));
};

/** A report with something in every place in which somebody can write, closed by its reporter on 2 April 2026. */
const plant = async (opened: TestGateway): Promise<Filed & { readonly storeKey: string }> => {
  const { engine } = opened.gateway;
  const [title, content, landmark, pole, reply, reason, note, file] = planted.texts as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [name, email, phone] = planted.who as [string, string, string];
  const report = await fileAt(opened, '2026-03-30T02:00:00Z', {
    title,
    content,
    categoryId: 'lampu-jalan',
    answers: { 'nomor-tiang': pole },
    reporter: { name, email, phone },
    incident: {
      date: '2026-03-29',
      place: { regionCode: '13.71', landmark, position: { latitude: -0.94712, longitude: 100.41733 } },
    },
  });
  await actAt(engine, report, '2026-03-30T03:00:00Z', { type: 'dispose', to: 'sumbar.bmckt' }, admin, reason);
  await actAt(engine, report, '2026-03-30T04:00:00Z', { type: 'note', message: note }, admin, note);
  const storeKey = `${folderOf('upl_planted')}/file-1`;
  await engine.attachments.put(storeKey, new TextEncoder().encode('bytes'));
  await engine.database.query(
    `insert into upload (id, key_id, report_id, position, name, media_type, length, received, bytes, state, store_key, created_at)
     values ('upl_planted', 'key:test', $1, 1, $2, 'image/jpeg', 5, 5, 5, 'ready', $3, '2026-03-30T01:00:00Z')`,
    [report.trackingId, file, storeKey],
  );
  opened.clock.set('2026-03-30T05:00:00Z');
  for (const [path, body] of [
    ['replies', { message: reply }],
    ['support', undefined],
  ] as const) {
    await opened.call('POST', `/v1/reports/${report.trackingId}/${path}`, {
      key: path === 'support' ? testKeys.site : report.token,
      body,
    });
  }
  await actAt(engine, report, '2026-03-31T02:00:00Z', { type: 'respond', message: '-' });
  opened.clock.set('2026-04-02T02:00:00Z');
  const confirmed = await opened.call('POST', `/v1/reports/${report.trackingId}/confirmation`, {
    key: report.token,
    body: { rating: 4 },
  });
  assert.equal(confirmed.status, 200);
  return { ...report, storeKey };
};

const supporters = async ({ database }: Engine): Promise<number> =>
  (await database.query('select from report_support', [])).length;

onBothDatabases('retention', (opened) => {
  const engine = () => opened().gateway.engine;
  beforeEach(() => forgetReports(opened()));

  test('erases supporters, identity and texts in their time, from every table, and the chain stays whole', async () => {
    const report = await plant(opened());
    assert.deepEqual(await found(engine(), planted.who), planted.who);
    assert.deepEqual(await found(engine(), planted.texts), planted.texts);
    assert.equal(await supporters(engine()), 1);
    const before = (await eventsOf(engine(), report)).length;

    await passThrough(opened(), '2027-04-02T01:59:59Z');
    assert.equal(await supporters(engine()), 1);
    await passThrough(opened(), '2027-04-02T02:00:00Z');
    assert.equal(await supporters(engine()), 0);

    await passThrough(opened(), '2028-04-02T01:59:59Z');
    assert.deepEqual(await found(engine(), planted.who), planted.who);
    await passThrough(opened(), '2028-04-02T02:00:00Z');
    assert.deepEqual(await found(engine(), planted.who), []);
    assert.deepEqual(await found(engine(), planted.texts), planted.texts);
    assert.deepEqual(await faultsOf(engine()), []);

    await passThrough(opened(), '2031-04-02T01:59:59Z');
    assert.deepEqual(await found(engine(), planted.texts), planted.texts);
    assert.ok(await engine().attachments.get(report.storeKey));
    await passThrough(opened(), '2031-04-02T02:00:00Z');
    assert.deepEqual(await found(engine(), planted.texts), []);
    assert.doesNotMatch(await everything(engine()), /100\.417|0\.947|kenanga|kerupuk/i);
    assert.equal(await engine().attachments.get(report.storeKey), undefined);
    assert.deepEqual(await engine().database.query('select from upload', []), []);

    assert.equal((await eventsOf(engine(), report)).length, before, 'what happened is told for ever');
    assert.deepEqual(await faultsOf(engine()), []);
    const [row] = await engine().database.query<{ clock_at: Date | null }>('select clock_at from report', []);
    assert.equal(row?.clock_at, null, 'nothing is left to be done');
  });

  test('a report without texts is in no list, and its line in the statistics stays', async () => {
    const report = await plant(opened());
    assert.equal((await opened().call('GET', '/v1/reports')).body.items.length, 1);
    await passThrough(opened(), '2031-04-02T02:00:00Z');
    assert.equal((await opened().call('GET', '/v1/reports')).body.items.length, 0);
    const { status, body } = await opened().call('GET', `/v1/reports/${report.trackingId}`, { key: report.token });
    assert.deepEqual(
      [status, body.title, body.status.code, body.rating, body.own.reporter],
      [200, '', 'completed', 4, undefined],
    );
  });

  test('keeps everything of a report that is open, and of one that was opened again', async () => {
    await fileAt(opened(), '2026-03-30T02:00:00Z', { title: 'Masih terbuka', reporter: { name: 'Pak Zul' } });
    const again = await plant(opened());
    await opened().call('POST', `/v1/reports/${again.trackingId}/dispute`, {
      key: again.token,
      body: { reason: 'Papannya lepas lagi.' },
    });
    await passThrough(opened(), '2040-01-01T00:00:00Z');
    assert.deepEqual(await found(engine(), [...planted.who, ...planted.texts, 'Masih terbuka', 'Pak Zul']), [
      ...planted.who,
      ...planted.texts,
      'Masih terbuka',
      'Pak Zul',
    ]);
  });

  test('a shorter policy counts for what was closed before', async () => {
    await plant(opened());
    await applyPolicy(engine(), '2026-04-02T02:00:00Z');
    const strict: Engine = {
      ...engine(),
      clockPolicy: clockPolicyOf({ retention: { identity: { amount: 30, unit: 'day' } } }),
    };
    const now = '2026-06-01T00:00:00Z';
    await passThrough(opened(), now);
    assert.deepEqual(await found(engine(), planted.who), planted.who);
    await applyPolicy(strict, now);
    await lookAfterDueReports(strict, now, {
      onError: (error) => assert.fail(String(error)),
      signal: new AbortController().signal,
    });
    assert.deepEqual(await found(engine(), planted.who), []);
    await applyPolicy(strict, now);
    const [row] = await engine().database.query<{ clock_at: Date }>('select clock_at from report', []);
    assert.equal(row?.clock_at.toISOString(), '2027-04-02T02:00:00.000Z', 'looked at anew once, not again and again');
    await engine().database.query(`delete from gateway_setting where name = 'clockPolicy'`, []);
  });

  test('uploads that nobody used and answers that nobody asked for again go after a day', async () => {
    opened().clock.set('2026-03-30T02:00:00Z');
    await engine().database.query(
      `insert into upload (id, key_id, name, length, state, created_at, expires_at) values ('upl_orphan', 'key:test', 'yatim.jpg', 5, 'receiving', '2026-03-30T02:00:00Z', '2026-03-31T02:00:00Z')`,
      [],
    );
    await engine().database.query(
      `insert into idempotency (owner, key, request_hash, status, created_at) values ('challenge', $1, '', 200, '2026-03-30T02:00:00Z')`,
      [newAttempt()],
    );
    await passThrough(opened(), '2026-03-31T01:59:59Z');
    assert.deepEqual(
      await engine().database.query(
        'select (select count(*) from upload) as uploads, (select count(*) from idempotency) as attempts',
        [],
      ),
      [{ uploads: '1', attempts: '1' }],
    );
    await passThrough(opened(), '2026-03-31T02:00:00Z');
    assert.deepEqual(
      await engine().database.query(
        'select (select count(*) from upload) as uploads, (select count(*) from idempotency) as attempts',
        [],
      ),
      [{ uploads: '0', attempts: '0' }],
    );
  });
});
