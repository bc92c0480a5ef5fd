import type { Database } from '../database/database.ts';

/** What each table holds: how many rows, and a digest of their content whatever their order. */
export type StoredRows = Readonly<Record<string, string>>;

/** When a key was last used is written later, by itself; that a call was made is no part of what it stored. */
const contentOf: Readonly<Record<string, string>> = { access_key: `(to_jsonb(row) - 'last_used_at')::text` };

/** Reads every table of the gateway, as one statement. */
export const storedRows = async (database: Database): Promise<StoredRows> => {
  const tables = await database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by tablename`,
    [],
  );
  const digests = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(${contentOf[name] ?? 'row::text'}, 0)), 0) as digest from ${name} as row`,
  );
  const rows = await database.query<{ name: string; digest: string }>(digests.join(' union all '), []);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
};
