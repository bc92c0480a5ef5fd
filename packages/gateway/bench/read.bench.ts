// How many reports and pages of the public list are read in a second, beside (a) bare Hono that answers the same without
// a database and (b) bare Hono that reads the same answers with one SELECT from the same PostgreSQL.
// `pnpm bench gateway/bench/read` prints a table and writes bench/results/read.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { withKey } from './calls.ts';
import { showLoad, writeFigures } from './figures.ts';
import { type LoadFigures, measureLoad } from './measure-load.ts';
import { runStatement } from './run-statement.ts';
import { startBare, startGateway } from './start-server.ts';

const headers = withKey('pk_demo_sumenep');
const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const postgres = await startPostgres();

interface Page {
  readonly items: readonly { readonly trackingId: string }[];
  readonly nextCursor: string | null;
}

const read = async <Answer>(url: string): Promise<Answer> => (await (await fetch(url, { headers })).json()) as Answer;

/** The numbers of so many public reports of the site, the newest first. */
const numbersOf = async (url: string, count: number): Promise<string[]> => {
  const numbers: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && numbers.length < count;) {
    const page: Page = await read(`${url}/v1/reports?limit=100${cursor && `&cursor=${cursor}`}`);
    numbers.push(...page.items.map(({ trackingId }) => trackingId));
    cursor = page.nextCursor;
  }
  return numbers.slice(0, count);
};

/** Keeps what the gateway answers, one row for each report and each line of the list. */
const keepAnswers = async (url: string, databaseUrl: string, numbers: readonly string[]): Promise<void> => {
  const reports = await Promise.all(numbers.map((number) => read<object>(`${url}/v1/reports/${number}`)));
  const { items } = await read<Page>(`${url}/v1/reports?limit=100`);
  for (const [table, rows] of [
    ['bare_published', reports],
    ['bare_summary', items],
  ] as const) {
    await runStatement(databaseUrl, `create table ${table} (id bigint primary key, body jsonb not null)`);
    await runStatement(
      databaseUrl,
      `insert into ${table} select (body ->> 'trackingId')::bigint, body from jsonb_array_elements($1::jsonb) as body`,
      [JSON.stringify(rows)],
    );
  }
  await runStatement(databaseUrl, 'vacuum analyze');
};

const databaseUrl = await postgres.newDatabase();
const gateway = await startGateway({ data: folder, demo: true, databaseUrl });
const numbers = await numbersOf(gateway.url, 500);
await keepAnswers(gateway.url, databaseUrl, numbers);
const report = await read<object>(`${gateway.url}/v1/reports/${numbers[0]}`);
const page = await read<object>(`${gateway.url}/v1/reports`);
const selecting = await startBare({ databaseUrl });
const constant = await startBare({ report, page });
const embedded = await startGateway({ data: join(folder, 'embedded'), demo: true });
const bare = { name: '(a) Hono, no database', server: constant };
const candidates = [
  { name: 'gateway', server: gateway },
  { name: '(b) Hono with one SELECT', server: selecting },
  bare,
];
const results: Record<string, Record<string, LoadFigures>> = {};
try {
  for (const connections of [16, 64]) {
    results[`one report, ${connections} connections`] = await measureLoad(candidates, {
      connections,
      requests: numbers.map((number) => ({ path: `/v1/reports/${number}`, headers })),
    });
    results[`public list, ${connections} connections`] = await measureLoad(candidates, {
      connections,
      requests: [{ path: '/v1/reports', headers }],
    });
  }
  // Another database has numbers of its own.
  const own = await numbersOf(embedded.url, 500);
  results['one report, 16 connections, PGlite'] = await measureLoad([{ name: 'gateway', server: embedded }, bare], {
    connections: 16,
    rounds: 3,
    requests: own.map((number) => ({ path: `/v1/reports/${number}`, headers })),
  });
  results['public list, 16 connections, PGlite'] = await measureLoad([{ name: 'gateway', server: embedded }, bare], {
    connections: 16,
    rounds: 3,
    requests: [{ path: '/v1/reports', headers }],
  });
  showLoad(results);
  writeFigures('read', results);
  console.log('\nBeside (b) the gateway is to reach 0.6.');
} finally {
  for (const server of [gateway, selecting, constant, embedded]) await server.stop();
  await postgres.end();
  await rm(folder, { recursive: true, force: true });
}
