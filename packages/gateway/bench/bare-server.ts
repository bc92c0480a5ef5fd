// What a gateway is compared with: bare Hono on the same server library, with one statement a call or with none.
// `start-server.ts` runs it in a process of its own.
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import pg from 'pg';
import { connect } from '../src/database/connect.ts';
import { type BareOptions, tellParent } from './start-server.ts';

const options = JSON.parse(process.argv[2] ?? '{}') as BareOptions;

type Run = (name: string, text: string, values: unknown[]) => Promise<{ readonly id: string; readonly body: object }[]>;

const runOn = async ({ databaseUrl, directory }: BareOptions): Promise<Run | undefined> => {
  if (databaseUrl !== undefined) {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
    return async (name, text, values) => (await pool.query({ name, text, values })).rows;
  }
  if (directory === undefined) return undefined;
  const embedded = await connect({ directory });
  await embedded.query(
    'create table if not exists bare_report (id bigint generated always as identity primary key, body jsonb not null)',
  );
  return (_, text, values) => embedded.query(text, values);
};

const run = await runOn(options);
const { receipt, report, page, html = '' } = options;
const app = new Hono();

app.get('/page', (c) => c.html(html));

app.post('/v1/reports', async (c) => {
  const body: unknown = await c.req.json();
  if (run === undefined) return c.json(receipt, 201);
  const [row] = await run('insert', 'insert into bare_report (body) values ($1) returning id', [JSON.stringify(body)]);
  return c.json({ ...receipt, trackingId: row?.id }, 201);
});

app.get('/v1/reports/:id', async (c) => {
  if (run === undefined) return c.json(report);
  const [row] = await run('one', 'select id, body from bare_published where id = $1', [c.req.param('id')]);
  return row === undefined ? c.notFound() : c.json(row.body);
});

app.get('/v1/reports', async (c) => {
  if (run === undefined) return c.json(page);
  const rows = await run('page', 'select id, body from bare_summary order by id desc limit 20', []);
  return c.json({ items: rows.map(({ body }) => body), nextCursor: rows.at(-1)?.id });
});

const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => tellParent((server.address() as { port: number }).port));
