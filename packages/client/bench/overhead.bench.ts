// What a call by the client takes beside the same call by bare `fetch`, on the loopback, in one run: in turns, call by call,
// against a server of bare `node:http` in a process of its own that answers the same bytes to both.
// `pnpm bench overhead` prints a table and writes bench/results/overhead.json.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { getSite, listReports, submitReport } from '@lapor/schemas/contract';
import * as z from 'zod/mini';
import { createClient } from '../src/index.ts';

/** Milliseconds that a call may take longer by the client than by bare `fetch`, in the median. */
const ceiling = 0.3;

const rounds = 4000;
const warmUp = 1000;

const server = spawn(process.execPath, [
  '--conditions=@lapor/source',
  fileURLToPath(new URL('canned-server.ts', import.meta.url)),
]);
const [said] = (await once(server.stdout, 'data')) as [Buffer];
const gateway = said.toString().trim();

const siteKey = 'pk_demo_sumbar';
const client = createClient({ gateway, siteKey });
const report = {
  classification: 'complaint',
  title: 'Jembatan gantung putus',
  content: 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin. Anak sekolah memutar tujuh kilometer.',
} as const;

const authorization = `Bearer ${siteKey}`;
const read = async (path: string): Promise<unknown> =>
  (await fetch(gateway + path, { headers: { authorization } })).json();
const send = async (path: string, body: object): Promise<unknown> => {
  const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  return (await fetch(gateway + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
};

interface Case {
  readonly name: string;
  readonly bare: () => Promise<unknown>;
  readonly parsed: () => Promise<unknown>;
  readonly client: () => Promise<unknown>;
}

const cases: readonly Case[] = [
  {
    name: 'read the settings of a site',
    bare: () => read('/v1/site'),
    parsed: async () => z.parse(getSite.answers[200].schema, await read('/v1/site')),
    client: () => client.site.get(),
  },
  {
    name: 'read a page of 20 reports',
    bare: () => read('/v1/reports?limit=20'),
    parsed: async () => z.parse(listReports.answers[200].schema, await read('/v1/reports?limit=20')),
    client: () => client.reports.list({ limit: 20 }).page(),
  },
  {
    name: 'submit a report',
    bare: () => send('/v1/reports', report),
    parsed: async () => z.parse(submitReport.answers[201].schema, await send('/v1/reports', report)),
    client: () => client.reports.submit({ ...report }),
  },
];

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const rounded = (number: number): number => Number(number.toFixed(3));

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Each way in turns, beginning with another one every round, so that nobody always comes first. */
const measure = async ({ bare, parsed, client: ours }: Case) => {
  const ways = [bare, parsed, ours];
  const times = ways.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (let turn = 0; turn < ways.length; turn += 1) {
      const index = (round + turn) % ways.length;
      const taken = await timed(ways[index] ?? bare);
      if (round >= warmUp) times[index]?.push(taken);
    }
  }
  const [fetched = Number.NaN, checked = Number.NaN, called = Number.NaN] = times.map(middle);
  return {
    'bare fetch, ms': rounded(fetched),
    'with the schema, ms': rounded(checked),
    'client, ms': rounded(called),
    'overhead, ms': rounded(called - fetched),
    ratio: rounded(called / fetched),
  };
};

try {
  const results: Record<string, Awaited<ReturnType<typeof measure>>> = {};
  for (const one of cases) results[one.name] = await measure(one);
  console.log(`\nThe median of ${rounds} calls each, one after the other on one connection`);
  console.table(results);
  const folder = new URL('./results/', import.meta.url);
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
  mkdirSync(folder, { recursive: true });
  const figures = { measuredAt: new Date().toISOString(), machine, rounds, results };
  writeFileSync(new URL('overhead.json', folder), `${JSON.stringify(figures, null, 2)}\n`);
  const most = Math.max(...Object.values(results).map((result) => result['overhead, ms']));
  console.log(`\nThe most: ${most} ms. It is to be at most ${ceiling} ms.`);
} finally {
  server.kill();
}
