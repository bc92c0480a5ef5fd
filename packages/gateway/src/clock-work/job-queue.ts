import type { Db, PgBoss } from 'pg-boss';
import type { Transactor } from '../database/database.ts';

/** The schema in which the job queue keeps its tables, beside the gateway's own. Migrations make it, one replica at a time. */
const schema = 'pgboss';

/** Several statements in one text that open their own transaction: when one fails, the connection must not stay in it. */
const opensTransaction = /^\s*begin\b/i;

/** The gateway's database as the job queue wants it: the same connections, and within a transaction the same transaction. */
const asJobDatabase = (database: Transactor): Db => ({
  async executeSql(text, values) {
    if (values?.length) return { rows: await database.query(text, values) };
    return {
      rows: await (opensTransaction.test(text)
        ? database.transaction((transaction) => transaction.query(text))
        : database.query(text)),
    };
  },
});

/**
 * Opens the job queue, and makes its tables where there are none yet. Jobs carry ids, never what people wrote.
 *
 * @param onError is told of what fails in the background; it is tried again by itself.
 */
export const openJobQueue = async (database: Transactor, onError: (error: unknown) => void): Promise<PgBoss> => {
  // Loaded where there is work: commands, and gateways that only answer, do without.
  const { PgBoss } = await import('pg-boss');
  const queue = new PgBoss({
    db: asJobDatabase(database),
    backend: database.engine === 'pglite' ? 'pglite' : 'postgres',
    schema,
    createSchema: false,
    // Rebuilding indexes is for tables that live long; these are emptied as they are filled.
    reindex: false,
    monitorVacuum: false,
  });
  queue.on('error', onError);
  try {
    return await queue.start();
  } catch (error) {
    await queue.stop();
    throw error;
  }
};
