import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database, Queryable } from './database.ts';
import { openInFolder, openInMemory } from './open-embedded.ts';
import { transactionOf, withinTransaction } from './transaction-scope.ts';

/** Where the data lies: a server's address, or a folder for the database within the process. */
export type DatabaseLocation =
  | { readonly url: string; readonly poolSize?: number }
  | { readonly directory: string }
  /** Kept in memory and gone with the process: for tests. */
  | { readonly memory: true };

/** Statements are prepared once a connection; their name follows from their text. */
const names = new Map<string, string>();
const nameOf = (statement: string): string => {
  const known = names.get(statement);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(statement).digest('base64url').slice(0, 20);
  names.set(statement, name);
  return name;
};

/** Of several statements at once the driver gives several results: their rows, one after another. */
const rowsOf = (result: pg.QueryResult | readonly pg.QueryResult[]): unknown[] =>
  'rows' in result ? result.rows : result.flatMap((each) => each.rows);

const asQueryable = (client: Pick<pg.ClientBase, 'query'>): Queryable => ({
  async query<Result>(statement: string, values?: readonly unknown[]) {
    // Without values it may be several statements at once, as migrations are; those cannot be prepared.
    const result =
      values === undefined
        ? await client.query(statement)
        : await client.query({ name: nameOf(statement), text: statement, values: [...values] });
    return rowsOf(result) as Result[];
  },
});

interface Connections {
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const connectionsTo = async (location: DatabaseLocation): Promise<Connections> => {
  if ('url' in location) {
    const pool = new pg.Pool({
      connectionString: location.url,
      max: location.poolSize ?? 10,
      connectionTimeoutMillis: 5_000,
      application_name: 'lapor-gateway',
      keepAlive: true,
    });
    return { pool, close: () => pool.end() };
  }
  const embedded = await ('memory' in location ? openInMemory() : openInFolder(location.directory));
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  const pool = new pg.Pool(createPgConfig(embedded.pglite));
  return {
    pool,
    async close() {
      await pool.end();
      await embedded.close();
    },
  };
};

/** A statement that was refused leaves its connection as good as before; anything else that is thrown ends it. */
const leavesConnection = (error: unknown): boolean => (error as { severity?: unknown }).severity === 'ERROR';

/**
 * Runs single statements on connections of the pool. The pool's own `query` gives a connection up with every statement
 * that is refused, and the one connection of an embedded database does not survive that.
 */
const onPool = (pool: pg.Pool): Queryable => ({
  async query(statement, values) {
    const client = await pool.connect();
    try {
      const rows = await asQueryable(client).query(statement, values);
      client.release();
      return rows as never;
    } catch (error) {
      // Several statements at once may have begun a transaction, and not got to its end.
      if (values === undefined) await client.query('rollback').catch(() => {});
      client.release(leavesConnection(error) ? undefined : (error as Error));
      throw error;
    }
  },
});

/** Opens the database. Nothing is migrated yet. */
export const connect = async (location: DatabaseLocation): Promise<Database> => {
  const connections = await connectionsTo(location);
  const { pool } = connections;
  // A connection that breaks says so by an event as well, whether it is idle or at work; without a listener that would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const direct = onPool(pool);
  const database: Database = {
    query: (statement, values) => (transactionOf(database) ?? direct).query(statement, values),
    engine: 'url' in location ? 'postgresql' : 'pglite',
    async transaction(work) {
      if (transactionOf(database) !== undefined)
        throw new Error('lapor-gateway: a transaction cannot begin within another one');
      const client = await pool.connect();
      try {
        await client.query('begin');
        const transaction = asQueryable(client);
        const result = await withinTransaction(database, transaction, () => work(transaction));
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        // When even the rollback fails the connection is of no more use to anybody.
        await client.query('rollback').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw error;
      }
    },
    close: () => connections.close(),
  };
  return database;
};
