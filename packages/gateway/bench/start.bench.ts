// How long `lapor-gateway serve` takes until it is ready, on a new embedded database and on one that exists: the built
// program, as people run it. `pnpm build && pnpm bench gateway/bench/start` prints a table and writes bench/results/start.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { middle, rounded, writeFigures } from './figures.ts';

const program = join(import.meta.dirname, '../dist/cli/main.js');
const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));

/** Seconds until a new process says that it is ready. */
const start = async (data: string, demo: boolean): Promise<number> => {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [program, 'serve', '--port', '0', '--data', data, ...(demo ? ['--demo'] : [])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const seconds = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (/^ready: /m.test(chunk.toString())) resolve((performance.now() - began) / 1000);
    });
    child.once('exit', (code) => reject(new Error(`serve ended with ${code} before it was ready`)));
  });
  child.kill('SIGTERM');
  await ended;
  return seconds;
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
