// How long `lapor-gateway serve` takes until it is ready, on a new embedded database and on one that exists: the built
// program, as people run it. `pnpm build && pnpm bench gateway/bench/start` prints a table and writes bench/results/start.json.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServing } from '../src/cli/run-gateway.test.support.ts';
import { middle, rounded, writeFigures } from './figures.ts';

const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));

/** Seconds until a new process says that it is ready. */
const start = async (data: string, demo: boolean): Promise<number> => {
  const served = await startServing(['--port', '0', '--data', data, ...(demo ? ['--demo'] : [])], {
    folder,
    isBuilt: true,
  });
  served.signal('SIGTERM');
  await served.ended;
  return served.seconds;
};

try {
  const taken: Record<string, number[]> = { 'new, empty': [], 'new, with the demo': [], existing: [] };
  for (let round = 0; round < 3; round += 1) {
    taken['new, empty']?.push(await start(join(folder, `empty-${round}`), false));
    taken['new, with the demo']?.push(await start(join(folder, `demo-${round}`), true));
    taken['existing']?.push(await start(join(folder, `demo-${round}`), true));
    console.log(`round ${round + 1} of 3`);
  }
  const results = Object.fromEntries(
    Object.entries(taken).map(([name, seconds]) => [name, { seconds: rounded(middle(seconds)) }]),
  );
  console.log('\nseconds until the embedded database is open and calls are taken');
  console.table(results);
  writeFigures('start', results);
  console.log('\nTo be reached: 10 seconds with a new database, 3 with an existing one.');
} finally {
  await rm(folder, { recursive: true, force: true });
}
