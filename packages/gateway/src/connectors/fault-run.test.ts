import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startPostgres } from '../test-postgres.test.support.ts';
import { faults } from './faulty-line.test.support.ts';
import { type FaultTally, runFaults } from './fault-run.test.support.ts';

const check = ({ seen, reasons, ...tally }: FaultTally, reports: number): void => {
  const { arrived, dead, repliesArrived, repliesDead, ...rest } = tally;
  assert.deepEqual(
    rest,
    { sent: reports, doubled: 0, lost: 0, repliesSent: reports, repliesDoubled: 0 },
    JSON.stringify({ ...tally, reasons }),
  );
  assert.equal(arrived + dead >= reports, true);
  assert.equal(repliesArrived + repliesDead >= reports - dead, true, JSON.stringify({ ...tally, reasons }));
  const met = [...seen.keys()].map((name) => name.split(' ')[1]);
  for (const fault of faults) assert.ok(met.includes(fault), `${fault} befell no call`);
};

describe('a line that spoils nearly every second call', () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  before(async () => void (postgres = await startPostgres()));
  after(() => postgres?.end());

  test('loses no report and doubles none, on PGlite', async () => {
    const location = { memory: true } as const;
    const run = { reports: 12, seed: 1708, spoilt: 0.45, patience: 2, regions: [location], nation: location };
    check(await runFaults(run), 12);
  });

  test('loses no report and doubles none, with two replicas on PostgreSQL', async () => {
    const url = await postgres.newDatabase();
    const nation = { url: await postgres.newDatabase() };
    const run = { reports: 20, seed: 45, spoilt: 0.45, patience: 2, regions: [{ url }, { url }], nation };
    check(await runFaults(run), 20);
  });
});
