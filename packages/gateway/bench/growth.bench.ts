// What a call costs when a hundred thousand or a million reports are stored, beside a thousand, on PostgreSQL.
// `pnpm bench growth` prints a table and writes bench/results/growth.json. `LAPOR_BENCH_REPORTS=1000000` is the whole
// measure; it takes some minutes and ten gigabytes. `LAPOR_BENCH_CALLS=elsewhere` measures only calls whose name this pattern fits.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Request } from 'autocannon';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { filing, withKey } from './calls.ts';
import { rounded, writeFigures } from './figures.ts';
import { fillReports } from './fill-reports.ts';
import { measureLoad } from './measure-load.ts';
import { runStatement } from './run-statement.ts';
import { type BenchServer, startGateway } from './start-server.ts';

const few = 1_000;
const many = Number(process.env['LAPOR_BENCH_REPORTS'] ?? 100_000);
const wanted = new RegExp(process.env['LAPOR_BENCH_CALLS'] ?? '');

const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const postgres = await startPostgres();
const databaseUrl = await postgres.newDatabase();

/**
 * Waits until a server does nothing any more that nobody asked for: a gateway that is new to its reports first works off
 * their deadlines and counts them, and what it does meanwhile would be counted as the price of a large table.
 */
const settled = async (server: BenchServer): Promise<BenchServer> => {
  const span = 2_000;
  for (let quiet = 0; quiet < 3;) {
    const before = await server.usage();
    await wait(span);
    const share = ((await server.usage()).cpu - before.cpu) / span;
    quiet = share < 0.05 ? quiet + 1 : 0;
  }
  return server;
};

/** The demo's reports, a thousand of them; and a copy of that database with as many more. */
const open = async (): Promise<{ readonly url: string; readonly server: BenchServer }[]> => {
  // What is copied has no work before it either.
  await (await settled(await startGateway({ data: folder, demo: true, databaseUrl }))).stop();
  await runStatement(
    databaseUrl,
    `delete from report where id not in (select id from report order by md5(id::text) limit ${few})`,
  );
  const grown = await postgres.newDatabase();
  const admin = Object.assign(new URL(databaseUrl), { pathname: '/postgres' }).href;
  const nameOf = (url: string): string => new URL(url).pathname.slice(1);
  await runStatement(admin, `drop database ${nameOf(grown)}`);
  await runStatement(admin, `create database ${nameOf(grown)} template ${nameOf(databaseUrl)}`);
  const began = performance.now();
  await fillReports(grown, many);
  console.log(`${many} reports were stored within ${Math.round((performance.now() - began) / 1000)} s`);
  await runStatement(databaseUrl, 'vacuum analyze');
  const servers = await Promise.all(
    [databaseUrl, grown].map(async (url, index) => ({
      url,
      server: await settled(await startGateway({ data: join(folder, String(index)), demo: true, databaseUrl: url })),
    })),
  );
  console.log(`nothing was left to do after ${Math.round((performance.now() - began) / 1000)} s`);
  return servers;
};

/** Numbers from all over the table. */
const numbersIn = async (url: string): Promise<string[]> => {
  const rows = await runStatement(
    url,
    `select tracking_id from report where not confidential and owner_id in (select id from institution where path @> array['sumenep']) order by md5(id::text) limit 300`,
  );
  return (rows as { tracking_id: string }[]).map(({ tracking_id }) => tracking_id);
};

const reading = (key: string, paths: readonly string[]): Request[] =>
  paths.map((path) => ({ path, headers: withKey(key) }));

const databases = await open();
try {
  const numbers = await Promise.all(databases.map(({ url }) => numbersIn(url)));
  const own = (requests: (numbers: readonly string[]) => Request[]) => numbers.map(requests);
  const same = (key: string, ...paths: string[]) => numbers.map(() => reading(key, paths));
  const occasions: Readonly<Record<string, Request[][]>> = {
    'accept a report': numbers.map(() => filing('pk_demo_sumenep')),
    'read one report': own((each) =>
      reading(
        'pk_demo_sumenep',
        each.map((number) => `/v1/reports/${number}`),
      ),
    ),
    'read one report at the desk': own((each) =>
      reading(
        'sk_demo_sumenep',
        each.map((number) => `/v1/desk/reports/${number}`),
      ),
    ),
    'public list': same('pk_demo_sumenep', '/v1/reports'),
    'public list, searched': same('pk_demo_sumenep', '/v1/reports?q=lampu'),
    'desk queue': same('sk_demo_sumenep', '/v1/desk/reports'),
    'desk queue of one office': same('sk_demo_sumenep_liaison', '/v1/desk/reports?view=mine'),
    'desk queue, overdue': same('sk_demo_sumenep', '/v1/desk/reports?view=overdue&limit=5'),
    'desk queue of an institution elsewhere': same('sk_demo_sumenep', '/v1/desk/reports?institution=tabanan'),
  };
  const results: Record<string, object> = {};
  for (const [occasion, requests] of Object.entries(occasions)) {
    if (!wanted.test(occasion)) continue;
    const figures = await measureLoad(
      databases.map(({ server }, index) => ({
        name: index === 0 ? 'few' : 'many',
        server,
        requests: requests[index] ?? [],
      })),
      { connections: 16, rounds: 7, seconds: 1 },
    );
    const { few: small, many: large } = figures;
    results[occasion] = {
      [`a second of ${few}`]: small?.perSecond,
      [`a second of ${many}`]: large?.perSecond,
      growth: rounded(small?.ratios['many'] ?? Number.NaN),
    };
    console.log(occasion, results[occasion]);
  }
  console.table(results);
  writeFigures('growth', { reports: many, ...results });
  console.log('\nTo be reached: 1.25.');
} finally {
  for (const { server } of databases) await server.stop();
  await postgres.end();
  await rm(folder, { recursive: true, force: true });
}
