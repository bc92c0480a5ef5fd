// What forwarding comes to: how fast a queue drains through the V3 door of a second gateway, and what befalls reports and
// replies on a line that spoils calls at every stage. REPORTS (1,000), FAULTS (500 reports) and SEED (1) change it.
// `pnpm bench forwarding` prints tables and writes bench/results/forwarding.json.
import { openNation, runFaults, settingsFor } from '../src/connectors/fault-run.test.support.ts';
import { createSp4nConnector } from '../src/connectors/sp4n/sp4n-connector.ts';
import { deskCalls } from '../src/desk/desk-calls.test.support.ts';
import { openTestGateway } from '../src/test-gateway.test.support.ts';
import { startPostgres } from '../src/test-postgres.test.support.ts';
import { writeFigures } from './figures.ts';

const numberOf = (name: string, otherwise: number): number => Number(process.env[name] ?? otherwise);
const [reports, faulty, seed] = [numberOf('REPORTS', 1_000), numberOf('FAULTS', 500), numberOf('SEED', 1)];
const now = '2026-03-10T02:00:00Z';

const postgres = await startPostgres();

/** Milliseconds in which half of some reports are accepted, with a door out and without. */
const middleOf = (times: number[]): number => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

const drain = async () => {
  const nation = await openNation({ url: await postgres.newDatabase() });
  const connector = createSp4nConnector(await settingsFor(nation.url, nation.url));
  const forwarding = { connectors: [connector], institutions: { sumbar: 'sp4n' } };
  const region = await openTestGateway({ url: await postgres.newDatabase() }, { forwarding });
  const plain = await openTestGateway({ url: await postgres.newDatabase() });
  const times = { forwarded: [] as number[], kept: [] as number[] };
  try {
    for (let count = 0; count < reports; count += 1) {
      for (const [name, opened] of [
        ['forwarded', region],
        ['kept', plain],
      ] as const) {
        const began = performance.now();
        await deskCalls(() => opened).submit();
        times[name].push(performance.now() - began);
      }
    }
    const began = performance.now();
    await region.gateway.clockWork.runDue(now);
    const seconds = (performance.now() - began) / 1000;
    const { database } = region.gateway.engine;
    const [row] = await database.query<{ count: number }>('select count(*)::integer as count from forwarding', []);
    const delivered = row?.count ?? 0;
    // The settling time is over: each is looked for once.
    await database.query(`update forwarding_task set next_attempt_at = now() where kind = 'check'`, []);
    const resumed = performance.now();
    await region.gateway.clockWork.runDue(now);
    const secondsOfChecks = (performance.now() - resumed) / 1000;
    return {
      delivered,
      perSecond: Math.round(delivered / seconds),
      perSecondWithChecks: Math.round(delivered / (seconds + secondsOfChecks)),
      acceptedIn: Number(middleOf(times.forwarded).toFixed(2)),
      acceptedWithoutIn: Number(middleOf(times.kept).toFixed(2)),
    };
  } finally {
    await region.gateway.close();
    await plain.gateway.close();
    await nation.close();
  }
};

try {
  const drained = await drain();
  console.log(
    `\n${reports} queued reports through the V3 door, PostgreSQL; milliseconds in which a report is accepted`,
  );
  console.table({ forwarding: drained });
  const url = await postgres.newDatabase();
  const nation = { url: await postgres.newDatabase() };
  const { seen, reasons, ...table } = await runFaults({
    reports: faulty,
    seed,
    spoilt: 0.34,
    patience: 2,
    regions: [{ url }, { url }],
    nation,
  });
  console.log('\nReports and replies over a line that spoils every third call, two replicas');
  console.table({ faults: table });
  console.log('\nHow often what befell which stage');
  console.table(Object.fromEntries([...seen].toSorted(([one], [other]) => one.localeCompare(other))));
  for (const reason of reasons) console.log(`put aside: ${reason}`);
  writeFigures('forwarding', { drained, faults: table, seed, seen: Object.fromEntries(seen) });
  console.log(
    '\nTo reach: 20 a second, 5 ms more to accept one, nothing lost, and nothing doubled of which no operator is told.',
  );
} finally {
  await postgres.end();
}
