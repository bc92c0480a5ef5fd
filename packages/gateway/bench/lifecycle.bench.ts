// How many reports go their whole way in a second on PostgreSQL: filed, verified, disposed, begun, answered, confirmed.
// By one gateway, and by two replicas on one database; then nothing may be lost, and nothing done twice.
// `pnpm bench lifecycle` prints a table and writes bench/results/lifecycle.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { middle, rounded, writeFigures } from './figures.ts';
import { runStatement } from './run-statement.ts';
import { startGateway } from './start-server.ts';
import { takeWholeWay } from './whole-way.ts';

const atOnce = 24;
const seconds = 4;
const rounds = 5;

const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const postgres = await startPostgres();
const databaseUrl = await postgres.newDatabase();
const options = { data: folder, demo: true, databaseUrl };
const one = await startGateway(options);
const other = await startGateway(options);
const [before] = (await runStatement(databaseUrl, 'select count(*) from report')) as { count: string }[];

let taken = 0;
const run = async (urls: readonly string[], time: number): Promise<number> => {
  const began = performance.now();
  const first = taken;
  const worker = async (): Promise<void> => {
    while (performance.now() - began < time * 1000) await takeWholeWay(urls, (taken += 1));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return ((taken - first) * 1000) / (performance.now() - began);
};

const whole = `
select count(*) as reports, sum(events)::integer as events, max(events) as most, min(events) as least, count(distinct title) as titles
from (select id, title, (select count(*) from report_event where report_id = report.id and event ->> 'type' in
  ('received', 'verified', 'disposed', 'followUpStarted', 'responded', 'confirmed')) as events
  from report where channel = 'website' order by id desc limit $1) as told`;

try {
  await run([one.url, other.url], 2);
  const alone: number[] = [];
  const together: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    alone.push(await run([one.url], seconds));
    together.push(await run([one.url, other.url], seconds));
    console.log(`round ${round + 1} of ${rounds}`);
  }
  const [after] = (await runStatement(databaseUrl, 'select count(*) from report')) as { count: string }[];
  const [kept] = (await runStatement(databaseUrl, whole, [taken])) as Record<string, string>[];
  const filed = Number(after?.count) - Number(before?.count);
  if (filed !== taken || Number(kept?.['most']) !== 6 || Number(kept?.['least']) !== 6)
    throw new Error(`${taken} reports were taken their way, ${filed} are there: ${JSON.stringify(kept)}`);
  const results = {
    'one gateway': { perSecond: Math.round(middle(alone)) },
    'two replicas': {
      perSecond: Math.round(middle(together)),
      ratio: rounded(middle(together.map((each, round) => each / (alone[round] ?? Number.NaN)))),
    },
    reports: { filed, lost: taken - filed, eventsOfEach: 6 },
  };
  console.log('\nwhole lifecycles in a second, and two replicas beside one');
  console.table(results);
  writeFigures('lifecycle', results);
  console.log('\nTo be reached: 100 whole lifecycles in a second; nothing lost, nothing done twice.');
} finally {
  for (const server of [one, other]) await server.stop();
  await postgres.end();
  await rm(folder, { recursive: true, force: true });
}
