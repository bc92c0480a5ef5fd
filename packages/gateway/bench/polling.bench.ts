// What asking after forwarded reports costs the other system: 10,000 open ones on PostgreSQL, counted where the requests
// arrive, first while nothing happens and then when one in twenty has news. REPORTS (10,000) and PAUSE (100, the seconds
// between two polls of a report, in earnest 900 to 21,600) change it; it watches for five pauses.
// It fails when a report is asked after sooner than its interval allows, or too many calls are made at once.
// `pnpm bench polling` prints a table and writes bench/results/polling.json.
import { setTimeout as wait } from 'node:timers/promises';
import { sampleSettings } from '../src/connectors/sp4n/canned-upstream.test.support.ts';
import { createSp4nConnector } from '../src/connectors/sp4n/sp4n-connector.ts';
import { deskCalls } from '../src/desk/desk-calls.test.support.ts';
import { openTestGateway } from '../src/test-gateway.test.support.ts';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { rounded, writeFigures } from './figures.ts';
import { fillReports } from './fill-reports.ts';
import { runStatement } from './run-statement.ts';
import { type PolledFigures, startPolled } from './start-server.ts';

const [reports, pause] = [Number(process.env['REPORTS'] ?? 10_000), Number(process.env['PAUSE'] ?? 100)];

const least = 'least between two of one report, s';
/** Each was asked after before, and is due at some moment of the first pause. */
const forwardAll = `
insert into forwarding (report_id, connector, upstream_id, poll_pause, next_poll_at, cursor)
select id, 'sp4n', tracking_id, $1, now() + random() * $1 * interval '1 second',
  '{"known": {"label": "Diproses", "institutionId": 9, "institutionName": "Dinas Contoh", "logs": 0}}'
from report on conflict (report_id, connector) do update set upstream_id = excluded.upstream_id, cursor = excluded.cursor,
  poll_pause = excluded.poll_pause, next_poll_at = excluded.next_poll_at`;

const postgres = await startPostgres();
const upstream = await startPolled();
const databaseUrl = await postgres.newDatabase();
const settings = sampleSettings({ baseUrl: `${upstream.url}/lapor/3.0.0` });
const { concurrency } = settings;
const region = await openTestGateway(
  { url: databaseUrl },
  {
    forwarding: {
      connectors: [createSp4nConnector(settings)],
      institutions: { sumbar: 'sp4n' },
      rules: { pollPauses: [pause, pause] },
    },
  },
);
const { clockWork } = region.gateway;

const figures = async (): Promise<PolledFigures> =>
  (await fetch(`${upstream.url}/figures`)).json() as Promise<PolledFigures>;

/** Lets the gateway work as it does in earnest, and tells what arrived meanwhile. */
const watch = async (pauses: number) => {
  await figures();
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  await wait(1000 * pauses * pause);
  const counted = await figures();
  const [seconds, { user, system }] = [(performance.now() - began) / 1000, process.cpuUsage(cpu)];
  return {
    requests: counted.requests,
    'reports asked after': counted.reports,
    'a second': Math.round(counted.requests / seconds),
    'of a report in its interval': Number((counted.requests / reports / (seconds / pause)).toFixed(3)),
    'most of one report': counted.mostOfOne,
    [least]: counted.shortestGap === null ? null : rounded(counted.shortestGap),
    'most at once': counted.mostAtOnce,
    'CPU of the gateway a request, ms': rounded((user + system) / 1000 / counted.requests),
  };
};

try {
  await deskCalls(() => region).submit();
  await clockWork.runDue(region.clock.now());
  await fillReports(databaseUrl, reports);
  await runStatement(databaseUrl, forwardAll, [pause]);
  await runStatement(databaseUrl, 'vacuum analyze forwarding');
  await clockWork.start();
  const resting = await watch(2);
  await fetch(`${upstream.url}/news`, { method: 'POST' });
  const moving = await watch(3);
  await clockWork.stop();
  const [row] = await runStatement(
    databaseUrl,
    `select count(*)::integer as count from report where status = 'followedUp'`,
  );
  const heard = (row as { count: number }).count;
  const results = { 'nothing happens': resting, 'one in twenty has news': moving };
  console.log(
    `\n${reports} open reports, ${pause} s from one poll of a report to the next, ${concurrency} calls at once allowed`,
  );
  for (const [occasion, table] of Object.entries(results)) {
    console.log(`\n${occasion}`);
    console.table(table);
  }
  console.log(`\nReports of which news was heard: ${heard}`);
  writeFigures('polling', { reports, pause, concurrency, ...results, heard });
  console.log(
    `\nTo be reached: while nothing happens at most 1 of a report in its interval, which is drawn up to a fifth longer, so that none comes sooner than ${pause} s after the last; at once never more than ${concurrency}. News costs one request more.`,
  );
  // What arrives is seen a little later or sooner than it was asked: a thousandth is allowed for the way.
  const isTooSoon = (resting[least] ?? Infinity) < 0.999 * pause;
  const most = Math.max(resting['most at once'], moving['most at once']);
  if (isTooSoon || most > concurrency) process.exitCode = 1;
} finally {
  await region.gateway.close();
  await upstream.stop();
  await postgres.end();
}
