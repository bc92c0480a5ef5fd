import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { connect } from './connect.ts';
import type { Database } from './database.ts';
import { isDatabaseAway } from './is-database-away.ts';

describe('the time that a statement may take on PostgreSQL', { timeout: 60_000 }, () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let url: string;
  let database: Database;
  before(async () => {
    postgres = await usePostgres();
    url = await postgres.newDatabase();
    database = await connect({ url, patience: 300, poolSize: 1 });
  });
  after(async () => {
    await database?.close();
    await postgres?.end();
  });

  const processId = async (): Promise<number> =>
    (await database.query<{ pid: number }>('select pg_backend_pid() as pid', []))[0]!.pid;

  test('a statement that takes longer is given up, and its connection stays', async () => {
    const known = await processId();
    await assert.rejects(() => database.query('select pg_sleep(5)', []), isDatabaseAway);
    await assert.rejects(
      () => database.transaction((transaction) => transaction.query('select pg_sleep(5)', [])),
      isDatabaseAway,
    );
    assert.equal(await processId(), known);
  });

  test('unhurried work takes the time that it needs, and whoever comes after it has a limit again', async () => {
    await database.transaction((transaction) => transaction.query('select pg_sleep(0.6)', []), { unhurried: true });
    await assert.rejects(() => database.query('select pg_sleep(5)', []), isDatabaseAway);
  });

  test('limits in the address go before', async () => {
    const own = await connect({ url: `${url}?statement_timeout=77&query_timeout=5000`, patience: 1_000 });
    try {
      assert.deepEqual(await own.query('show statement_timeout', []), [{ statement_timeout: '77ms' }]);
    } finally {
      await own.close();
    }
  });
});
