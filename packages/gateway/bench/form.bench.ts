// How long the form without script takes to its first byte, beside bare Hono that answers with the same page from memory:
// one caller, one page after another, as a visitor asks for it. `pnpm bench bench/form` prints a table and writes
// bench/results/form.json.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { middle, rounded, writeFigures } from './figures.ts';
import { startBare, startGateway } from './start-server.ts';

/** Pages that each candidate is asked for, in turns, so that a busy moment of the machine does not fall on one alone. */
const rounds = 400;
const regions = ['sumbar', 'tabanan'];
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const headers = { accept: 'text/html', 'accept-language': 'id' };

/** Milliseconds from asking for a page to its first byte. */
const firstByte = async (url: string): Promise<number> => {
  const began = performance.now();
  const [response] = (await once(get(url, { agent, headers }), 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url} was answered with ${response.statusCode}`);
  await once(response, 'readable');
  const took = performance.now() - began;
  await once(response.resume(), 'end');
  return took;
};

const folder = await mkdtemp(join(tmpdir(), 'lapor-bench-'));
const gateway = await startGateway({ data: folder, demo: true });
const results: Record<string, object> = {};
try {
  for (const region of regions) {
    const address = `${gateway.url}/forms/pk_demo_${region}`;
    const html = await (await fetch(address, { headers })).text();
    const bare = await startBare({ html });
    const [own, others]: [number[], number[]] = [[], []];
    for (let round = -40; round < rounds; round += 1) {
      const times = [await firstByte(address), await firstByte(`${bare.url}/page`)] as const;
      // The first rounds warm both up.
      if (round >= 0) for (const [index, list] of [own, others].entries()) list.push(times[index] ?? Number.NaN);
    }
    await bare.stop();
    const p95 = (list: readonly number[]) =>
      rounded(list.toSorted((a, b) => a - b)[Math.floor(list.length * 0.95)] ?? 0);
    results[region] = {
      'first byte, ms': rounded(middle(own)),
      '95 % within ms': p95(own),
      'bare Hono, ms': rounded(middle(others)),
      'beside bare Hono': rounded(middle(own.map((time, round) => time / (others[round] ?? Number.NaN)))),
      'kB, brotli': rounded(
        brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).byteLength / 1000,
      ),
    };
  }
  console.table(results);
  writeFigures('form', results);
  console.log('\nThe first byte is to come within 20 ms at the median.');
} finally {
  agent.destroy();
  await gateway.stop();
  await rm(folder, { recursive: true, force: true });
}
