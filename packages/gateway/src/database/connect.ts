import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Database, Queryable, Transactor } from './database.ts';
import { isDatabaseAway } from './is-database-away.ts';
import { openInFolder, openInMemory } from './open-embedded.ts';
import { transactionOf, withinTransaction } from './transaction-scope.ts';

/** Where the data lies: a server's address, or a folder for the database within the process. */
export type DatabaseLocation =
  | {
      readonly url: string;
      readonly poolSize?: number;
      /**
       * Milliseconds that one statement may take, and that a connection is waited for at most.
       *
       * @default 15_000, and 5_000 for a connection
       */
      readonly patience?: number;
    }
  | { readonly directory: string }
  /** Kept in memory and gone with the process: for tests. */
  | { readonly memory: true; /** A copy of a database to begin with. */ readonly content?: Blob };

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

/** A statement as the driver takes it; its types know nothing of the time that one statement may take. */
interface Statement extends pg.QueryConfig {
  readonly query_timeout?: number;
}

/** @param limit what differs from the connection's own limit of time. */
const asQueryable = (
  client: Pick<pg.ClientBase, 'query'>,
  limit: Pick<Statement, 'query_timeout'> = {},
): Queryable => ({
  async query<Result>(text: string, values?: readonly unknown[]) {
    // Without values it may be several statements at once, as migrations are; those cannot be prepared.
    const statement: Statement =
      values === undefined ? { text, ...limit } : { name: nameOf(text), text, values: [...values], ...limit };
    return rowsOf(await client.query(statement)) as Result[];
  },
});

interface Connections {
  readonly pool: pg.Pool;
  /** Whose commits nobody waits for; missing where there is but one connection. */
  readonly repeatable?: pg.Pool;
  readonly close: () => Promise<void>;
}

/** What the pool takes besides, and its types do not know: what is awaited before a new connection is used. */
interface PreparingPool extends pg.PoolConfig {
  readonly onConnect: (client: pg.ClientBase) => Promise<void>;
}

/** Connections for work that can be repeated: what hands on, what a courier takes and keeps, and one to spare. */
const repeatableConnections = 3;

/** The longest time that a timer of Node can be set to: the limit of what has none. */
const unlimited = 2_147_483_647;

/** How much longer than the server itself the driver waits: a server that works gives a statement up and keeps the connection. */
const grace = 1_000;

const connectionsTo = async (location: DatabaseLocation): Promise<Connections> => {
  if ('url' in location) {
    const { url, poolSize = 10, patience = 15_000 } = location;
    const common: pg.PoolConfig = {
      connectionString: url,
      connectionTimeoutMillis: Math.min(patience, 5_000),
      statement_timeout: patience,
      // A server that is stopped or behind a broken line says nothing at all.
      query_timeout: patience + grace,
      // A replica that hangs in the middle of a transaction must not hold its locks for ever.
      idle_in_transaction_session_timeout: 4 * patience,
      application_name: 'lapor-gateway',
      keepAlive: true,
    };
    const pool = new pg.Pool({ ...common, max: poolSize });
    const unhurriedCommits: PreparingPool = {
      ...common,
      max: repeatableConnections,
      onConnect: async (client) => void (await client.query('set synchronous_commit = off')),
    };
    const repeatable = new pg.Pool(unhurriedCommits);
    return { pool, repeatable, close: async () => void (await Promise.all([pool.end(), repeatable.end()])) };
  }
  const embedded = await ('memory' in location ? openInMemory(location.content) : openInFolder(location.directory));
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

const asError = (error: unknown): Error => error as Error;

/** Lets statements pass, and remembers the error that ended their connection. */
const watched = (
  queryable: Queryable,
): { readonly queryable: Queryable; readonly brokenBy: () => Error | undefined } => {
  let broken: Error | undefined;
  return {
    queryable: {
      query: (statement, values) =>
        queryable.query(statement, values).catch((error: unknown) => {
          if (!leavesConnection(error) && isDatabaseAway(error)) broken = asError(error);
          throw error;
        }) as never,
    },
    brokenBy: () => broken,
  };
};

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
      if (!leavesConnection(error)) {
        client.release(error as Error);
        throw error;
      }
      // Several statements at once may have begun a transaction, and not got to its end.
      if (values === undefined) await client.query('rollback').catch(() => {});
      client.release();
      throw error;
    }
  },
});

const transactorOn = (pool: pg.Pool, engine: Transactor['engine']): Transactor => {
  // A connection that breaks says so by an event as well, whether it is idle or at work; without a listener that would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const direct = onPool(pool);
  const transactor: Transactor = {
    query: (statement, values) => (transactionOf(transactor) ?? direct).query(statement, values),
    engine,
    async transaction(work, { unhurried = false } = {}) {
      if (transactionOf(transactor) !== undefined)
        throw new Error('lapor-gateway: a transaction cannot begin within another one');
      const client = await pool.connect();
      const { queryable: transaction, brokenBy } = watched(
        asQueryable(client, unhurried ? { query_timeout: unlimited } : {}),
      );
      try {
        await transaction.query('begin');
        if (unhurried) await transaction.query('set local statement_timeout = 0');
        const result = await withinTransaction(transactor, transaction, () => work(transaction));
        await transaction.query('commit');
        client.release();
        return result;
      } catch (error) {
        // A connection that broke is given up at once: asking it to roll back would mean to wait for it once more.
        const broken = brokenBy() ?? (await transaction.query('rollback').then(() => undefined, asError));
        client.release(broken);
        throw error;
      }
    },
  };
  return transactor;
};

/** Opens the database. Nothing is migrated yet. */
export const connect = async (location: DatabaseLocation): Promise<Database> => {
  const { pool, repeatable, close } = await connectionsTo(location);
  const engine = 'url' in location ? 'postgresql' : 'pglite';
  const transactor = transactorOn(pool, engine);
  return {
    ...transactor,
    repeatable: repeatable === undefined ? transactor : transactorOn(repeatable, engine),
    close,
  };
};
