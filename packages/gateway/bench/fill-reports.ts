import pg from 'pg';

/** Columns that a statement may write, but the number. */
const columnsOf = async (client: pg.Client, table: string): Promise<string[]> => {
  const { rows } = await client.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows.map(({ column_name }) => column_name);
};

/** An index is built far quicker than it is kept while a million rows come. */
const withoutIndexes = async (
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> => {
  const { rows } = await client.query<{ name: string; statement: string }>(
    `select indexname as name, indexdef as statement from pg_indexes where tablename = any($1)
     and not exists (select from pg_constraint where conname = indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  await work();
  for (const { statement } of rows) await client.query(statement);
};

const copied = `
create temporary table copied as select template.id as template_id, nextval('report_id_seq') as id, make_interval(mins => turn) as earlier
from generate_series(1, $TURNS) as turn cross join (select id from report order by id) as template`;

/**
 * Fills a gateway's database up to so many reports, by copies of those that are there: each some minutes older than the
 * one before, so that they lie over years, with its events, its place in the desks' lists and who reported it.
 *
 * Nothing but a benchmark may do so: the copies' chains of events are not their own, and would not pass `verify`.
 */
export const fillReports = async (databaseUrl: string, wanted: number): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    );
    const { rows } = await client.query<{ count: string }>('select count(*) from report');
    const there = Number(rows[0]?.count);
    const turns = Math.ceil(wanted / there) - 1;
    if (turns < 1) return;
    await client.query(copied.replace('$TURNS', String(turns)));
    const tables = ['report', 'report_event', 'report_institution', 'report_identity'];
    const copy = async (table: string): Promise<void> => {
      const columns = await columnsOf(client, table);
      const values = columns.map((column) => {
        if (column === 'id' || column === 'report_id') return 'copied.id';
        // The attempt that filed a report is one report's alone.
        if (column === 'attempt') return 'null';
        return column === 'received_at' ? `row.${column} - earlier` : `row.${column}`;
      });
      const key = table === 'report' ? 'id' : 'report_id';
      await client.query(
        `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from copied join ${table} as row on row.${key} = copied.template_id`,
      );
    };
    await withoutIndexes(client, tables, async () => {
      for (const table of tables) await copy(table);
    });
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
};
