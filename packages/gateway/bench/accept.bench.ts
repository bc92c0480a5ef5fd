// How many reports are accepted in a second, everything included, beside (a) bare Hono that answers the same without a
// database and (b) bare Hono with one INSERT … RETURNING of the same body into the same database.
// `pnpm bench accept` prints a table and writes bench/results/accept.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { filing, newReport, withKey } from './calls.ts';
import { writeFigures } from './figures.ts';
import { type LoadFigures, measureLoad } from './measure-load.ts';
import { runStatement } from './run-statement.ts';
import { startBare, startGateway } from './start-server.ts';

const key = 'pk_demo_sumbar';
const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const postgres = await startPostgres();

/** The receipt of one report: what the bare servers answer too. */
const receiptFrom = async (url: string): Promise<object> => {
  const response = await fetch(`${url}/v1/reports`, {
    method: 'POST',
    headers: { ...withKey(key), 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify(newReport(0)),
  });
  if (response.status !== 201) throw new Error(`the gateway refused the report: ${await response.text()}`);
  return (await response.json()) as object;
};

const measureOn = async (database: 'PostgreSQL' | 'PGlite'): Promise<Record<string, Record<string, LoadFigures>>> => {
  const databaseUrl = database === 'PostgreSQL' ? await postgres.newDatabase() : undefined;
  const gateway = await startGateway({ data: join(folder, database), demo: true, ...(databaseUrl && { databaseUrl }) });
  if (databaseUrl)
    await runStatement(
      databaseUrl,
      'create table bare_report (id bigint generated always as identity primary key, body jsonb not null)',
    );
  const receipt = await receiptFrom(gateway.url);
  const constant = await startBare({ receipt });
  const inserting = await startBare({
    receipt,
    ...(databaseUrl ? { databaseUrl } : { directory: join(folder, 'bare') }),
  });
  const figures: Record<string, Record<string, LoadFigures>> = {};
  for (const connections of [16, 64]) {
    figures[`${database}, ${connections} connections`] = await measureLoad(
      [
        { name: 'gateway', server: gateway },
        { name: '(b) Hono with one INSERT', server: inserting },
        { name: '(a) Hono, no database', server: constant },
      ],
      { connections, requests: filing(key) },
    );
  }
  for (const server of [gateway, inserting, constant]) await server.stop();
  return figures;
};

try {
  const results = { ...(await measureOn('PostgreSQL')), ...(await measureOn('PGlite')) };
  for (const [occasion, figures] of Object.entries(results)) {
    console.log(
      `\n${occasion}: reports accepted in a second, 95 % within milliseconds, microseconds of CPU of the server's process for each`,
    );
    console.table(
      Object.fromEntries(
        Object.entries(figures).map(([name, { perSecond, p95, cpu, ratios }]) => [
          name,
          {
            perSecond,
            p95,
            cpu,
            'beside (b)': ratios['(b) Hono with one INSERT'],
            'beside (a)': ratios['(a) Hono, no database'],
          },
        ]),
      ),
    );
  }
  writeFigures('accept', results);
  console.log('\nBeside (b) the gateway is to reach 0.5.');
} finally {
  await postgres.end();
  await rm(folder, { recursive: true, force: true });
}
