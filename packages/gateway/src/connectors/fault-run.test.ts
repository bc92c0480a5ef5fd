import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { SandboxFaultKind } from '@lapor/schemas';
import { type FaultTally, runFaults } from './fault-run.test.support.ts';
import { faults } from './faulty-line.test.support.ts';

const check = ({ seen, reasons, ...tally }: FaultTally, reports: number, kinds: readonly string[] = faults): void => {
  const { sent, lost, unnoticed, repliesSent, repliesUnnoticed } = tally;
  const all = JSON.stringify({ ...tally, reasons });
  assert.deepEqual(
    { sent, lost, unnoticed, repliesSent, repliesUnnoticed },
    { sent: reports, lost: 0, unnoticed: 0, repliesSent: reports, repliesUnnoticed: 0 },
    all,
  );
  assert.ok(tally.arrived + tally.dead >= reports, all);
  assert.ok(tally.repliesArrived + tally.repliesDead >= reports - tally.dead, all);
  // Nothing but a network that delivers twice doubles anything.
  const twice = (stage: string) => (seen.get(`${stage} deliveredTwice`) ?? 0) + (seen.get(`${stage} duplicate`) ?? 0);
  assert.ok(tally.doubled <= twice('create') && tally.repliesDoubled <= twice('message'), all);
  const met = [...seen.keys()].map((name) => name.split(' ')[1]);
  for (const fault of kinds) assert.ok(met.includes(fault), `${fault} befell no call`);
};

// Mostly they wait for calls that hang: so both databases at once.
const atOnce = { concurrency: true } as const;

describe('a line that spoils nearly every second call', atOnce, () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres?.end());

  test('loses no report, and tells of each that the network doubles, on PGlite', async () => {
    const location = { memory: true } as const;
    const run = { reports: 12, seed: 1708, spoilt: 0.45, patience: 2, regions: [location], nation: location };
    check(await runFaults(run), 12);
  });

  test('loses no report, and tells of each that the network doubles, with two replicas on PostgreSQL', async () => {
    const url = await postgres.newDatabase();
    const nation = { url: await postgres.newDatabase() };
    const run = { reports: 20, seed: 45, spoilt: 0.45, patience: 2, regions: [{ url }, { url }], nation };
    check(await runFaults(run), 20);
  });
});

describe('a nation whose sandbox shows every fault that it can', atOnce, () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres?.end());

  test('has each report once, or an operator is told, on PGlite', async () => {
    const location = { memory: true } as const;
    const run = { reports: 12, seed: 7, spoilt: 0.45, patience: 2, regions: [location], nation: location };
    check(await runFaults({ ...run, by: 'sandbox' }), 12, SandboxFaultKind.options);
  });

  test('has each report once, or an operator is told, with two replicas on PostgreSQL', async () => {
    const url = await postgres.newDatabase();
    const nation = { url: await postgres.newDatabase() };
    const run = { reports: 20, seed: 12, spoilt: 0.45, patience: 2, regions: [{ url }, { url }], nation };
    check(await runFaults({ ...run, by: 'sandbox' }), 20, SandboxFaultKind.options);
  });
});
