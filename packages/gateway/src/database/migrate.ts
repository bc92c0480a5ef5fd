import type { Database } from './database.ts';
import { migrations } from './migrations/list.ts';

/** Any number that no other program is likely to lock: replicas that start together migrate one after another. */
const lock = 717_081_708;

/** Building an index over a million reports takes its time, and so does waiting for a replica that is at it. */
const unhurried = { unhurried: true } as const;

/**
 * Brings the database to this version's tables.
 *
 * @returns the names of the migrations that were run; none when all had been.
 * @throws Error when the database has migrations that this version does not know: it belongs to a newer gateway.
 */
export const migrate = (database: Database): Promise<string[]> =>
  database.transaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [lock]);
    await transaction.query(
      'create table if not exists migration (name text primary key, at timestamptz not null default now())',
    );
    const done = new Set(
      (await transaction.query<{ name: string }>('select name from migration', [])).map((row) => row.name),
    );
    const known = new Set(migrations.map((migration) => migration.name));
    const foreign = [...done].filter((name) => !known.has(name));
    if (foreign.length > 0) {
      throw new Error(
        `lapor-gateway: the database holds migrations of a newer version (${foreign.join(', ')}). Start that version, or restore a backup.`,
      );
    }
    const missing = migrations.filter((migration) => !done.has(migration.name));
    for (const { name, statements } of missing) {
      await transaction.query(statements);
      await transaction.query('insert into migration (name) values ($1)', [name]);
    }
    return missing.map((migration) => migration.name);
  }, unhurried);
