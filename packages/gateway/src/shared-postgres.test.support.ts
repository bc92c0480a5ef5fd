import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connect } from './database/connect.ts';
import { migrate } from './database/migrate.ts';

/** Names the server of the whole run to its files of tests. */
export const serverVariable = 'TEST_POSTGRES_URL';

/** The database that has all tables and no row: others are copied from it. */
const filled = 'lapor_filled';

const urlOf = (server: string, name: string): string => Object.assign(new URL(server), { pathname: name }).href;

/** Runs statements on a server one by one; what makes or drops a database can be in no transaction. */
const runOn = async (server: string, ...statements: readonly string[]): Promise<void> => {
  const client = new pg.Client(server);
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
};

/** Starts a server for many tests at once, of which nothing has to outlive a power cut. */
export const startShared = async () => {
  const { startPostgres } = await import('./test-postgres.test.support.ts');
  const server = await startPostgres(['fsync=off', 'full_page_writes=off', 'max_connections=300']);
  await runOn(server.url, `create database ${filled}`);
  const database = await connect({ url: urlOf(server.url, filled) });
  await migrate(database);
  await database.close();
  return server;
};

/**
 * Databases on a real PostgreSQL server that other tests use at the same time; on one's own when a file runs alone. Who stops,
 * freezes or sets the server itself takes `startPostgres`.
 */
export const usePostgres = async () => {
  const shared = process.env[serverVariable];
  const own = shared === undefined ? await startShared() : undefined;
  const server = own?.url ?? shared!;
  const names: string[] = [];
  const create = async (from: string): Promise<string> => {
    const name = `test_${randomUUID().replaceAll('-', '')}`;
    await runOn(server, `create database ${name} template ${from}`);
    names.push(name);
    return urlOf(server, name);
  };
  return {
    /** A new database with all tables and no row, by its address. */
    newDatabase: () => create(filled),
    /** A new database without a table, by its address. */
    newEmptyDatabase: () => create('template0'),
    /** Drops the databases, whoever is still connected to them. */
    async end(): Promise<void> {
      if (own !== undefined) await own.end();
      else await runOn(server, ...names.map((name) => `drop database if exists ${name} with (force)`));
    },
  };
};
