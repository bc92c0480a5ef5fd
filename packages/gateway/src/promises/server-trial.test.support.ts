import type { TestContext } from 'node:test';
import type { DatabaseLocation } from '../database/connect.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { newFolder, type ServerPlace } from './server-process.test.support.ts';

/** What a server goes through: told where it keeps its things, and where tests find its database. May say how it went. */
type Trial = (place: ServerPlace, database: DatabaseLocation) => Promise<string | void>;

type TestFunction = (context: TestContext) => Promise<void>;

const run = async (context: TestContext, told: Promise<string | void>): Promise<void> => {
  const outcome = await told;
  if (outcome) context.diagnostic(outcome);
};

/** A test of a server in a process of its own, with its database in a folder. */
export const onPglite =
  (trial: Trial): TestFunction =>
  async (context) => {
    const { data, remove } = await newFolder();
    try {
      await run(context, trial({ data }, { directory: `${data}/database` }));
    } finally {
      await remove();
    }
  };

/** The same on PostgreSQL. */
export const onPostgres =
  (trial: Trial): TestFunction =>
  async (context) => {
    const [{ data, remove }, postgres] = await Promise.all([newFolder(), usePostgres()]);
    try {
      const databaseUrl = await postgres.newDatabase();
      await run(context, trial({ data, databaseUrl }, { url: databaseUrl }));
    } finally {
      await Promise.all([remove(), postgres.end()]);
    }
  };
