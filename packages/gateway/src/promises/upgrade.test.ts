import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { connect, type DatabaseLocation } from '../database/connect.ts';
import type { Database } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/list.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { newFolder } from './server-process.test.support.ts';
import { act, answerReport, file, type Filed } from './world.test.support.ts';

/**
 * What a gateway of that version had kept after a short life: reports in every status with their events, texts and
 * pictures, as its own doors and clock work wrote them. Everybody in it is invented.
 */
interface OldData {
  readonly migrations: readonly string[];
  readonly lastNumber: number;
  readonly reports: Readonly<Record<string, Filed>>;
  readonly rows: Readonly<Record<string, readonly object[]>>;
}

const old = JSON.parse(await readFile(new URL('filled-0004.test.json', import.meta.url), 'utf8')) as OldData;

/** Makes the tables as that version did, and fills them row by row as they were: no trigger writes anything besides. */
const buildOldDatabase = async (database: Database): Promise<void> => {
  await database.query('create table migration (name text primary key, at timestamptz not null default now())');
  for (const name of old.migrations) {
    const migration = migrations.find((each) => each.name === name);
    assert.ok(migration, `the migration ${name} was removed or renamed`);
    await database.query(migration.statements);
    await database.query('insert into migration (name) values ($1)', [name]);
  }
  await database.transaction(async (transaction) => {
    await transaction.query('set local session_replication_role = replica');
    for (const [table, rows] of Object.entries(old.rows)) {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
      await transaction.query(
        `insert into ${table} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        [JSON.stringify(rows)],
      );
    }
    await transaction.query(`select setval('report_id_seq', $1)`, [old.lastNumber]);
  });
};

const upgrade = async (location: DatabaseLocation): Promise<void> => {
  const database = await connect(location);
  try {
    await buildOldDatabase(database);
    const missing = migrations.map(({ name }) => name).filter((name) => !old.migrations.includes(name));
    assert.deepEqual(await migrate(database), missing);
    assert.deepEqual(await migrate(database), []);
  } finally {
    await database.close();
  }
  const opened = await openTestGateway(location);
  opened.clock.set('2026-03-20T03:00:00Z');
  try {
    const { engine, clockWork } = opened.gateway;
    const { reports, findings } = await verifyReports(engine);
    assert.deepEqual(findings, []);
    assert.equal(reports, old.rows['report']!.length);
    // Everybody who holds a token still gets at the report, and nobody else's.
    for (const [name, { trackingId, token }] of Object.entries(old.reports)) {
      const { status, body } = await opened.call('GET', `/v1/reports/${trackingId}`, { key: token });
      assert.equal(status, 200, name);
      assert.ok(body.own, name);
      const desk = name === 'foreign' ? testKeys.padangAdmin : testKeys.admin;
      const audit = await opened.call('GET', `/v1/desk/reports/${trackingId}/audit`, { key: desk });
      assert.equal(audit.body.chainIsWhole, true, name);
    }
    // Old reports go on, new ones come, and what is due is done.
    await act(opened, old.reports['open']!, { type: 'verify' });
    const next = await answerReport(opened, await file(opened));
    assert.ok(Number(next.trackingId) > old.lastNumber);
    await clockWork.runDue('2026-06-01T00:00:00Z');
    opened.clock.set('2026-06-01T00:00:00Z');
    assert.deepEqual((await verifyReports(engine)).findings, []);
    const statistics = await opened.call('GET', '/v1/statistics');
    assert.equal(statistics.status, 200);
    assert.ok(statistics.body.total > 0);
  } finally {
    await opened.gateway.close();
  }
};

describe('a database that an older gateway has filled', { timeout: 120_000 }, () => {
  let folder: Awaited<ReturnType<typeof newFolder>>;
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void ([folder, postgres] = await Promise.all([newFolder(), usePostgres()])));
  after(async () => {
    await postgres?.end();
    await folder?.remove();
  });

  test('is migrated, whole, and goes on, on PGlite', () => upgrade({ directory: `${folder.data}/database` }));

  test('is migrated, whole, and goes on, on PostgreSQL', async () =>
    upgrade({ url: await postgres.newEmptyDatabase() }));
});
