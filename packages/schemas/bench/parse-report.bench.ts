// How long the judgement of a report takes, beside the same schema in zod classic and in valibot, in one run.
// `pnpm --filter @lapor/schemas bench` prints a table and writes bench/results/parse-report.json.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { measure } from 'mitata';
import * as v from 'valibot';
import { fullReport } from '../src/full-report.test.support.ts';
import { NewReport } from '../src/report.ts';
import { ReportInValibot } from './report-in-valibot.ts';
import { ReportInZodClassic } from './report-in-zod-classic.ts';

interface Input {
  readonly name: string;
  readonly report: unknown;
}

const inputs: readonly Input[] = [
  { name: 'full report', report: fullReport },
  {
    name: 'short report',
    report: { classification: 'complaint', title: 'Lampu mati', content: 'Lampu jalan di depan SD mati.' },
  },
  {
    name: 'five mistakes',
    report: {
      ...fullReport,
      title: ' ',
      incident: { date: '2026-02-30', place: { position: { latitude: 91, longitude: 100 } } },
      attachments: ['upl 1'],
      reporter: { ...fullReport.reporter, phone: '0812-6712-345' },
    },
  },
];

/** Says what came out, or how many things were wrong. */
interface Judge {
  readonly name: string;
  readonly judge: (report: unknown) => unknown;
}

const ours: Judge = {
  name: 'zod/mini (ours)',
  judge: (report) => {
    const result = NewReport.safeParse(report);
    return result.success ? result.data : result.error.issues.length;
  },
};

const others: readonly Judge[] = [
  {
    name: 'zod classic',
    judge: (report) => {
      const result = ReportInZodClassic.safeParse(report);
      return result.success ? result.data : result.error.issues.length;
    },
  },
  {
    // What a page with a strict Content-Security-Policy gets: there, zod classic may not compile its objects.
    name: 'zod classic, no eval',
    judge: (report) => {
      const result = ReportInZodClassic.safeParse(report, { jitless: true });
      return result.success ? result.data : result.error.issues.length;
    },
  },
  {
    name: 'valibot',
    judge: (report) => {
      const result = v.safeParse(ReportInValibot, report);
      return result.success ? result.output : result.issues.length;
    },
  },
];

/** Microseconds for one report. */
interface Times {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
}

/** Each is measured several times in turns, so that a busy moment of the machine does not fall on one alone. */
const rounds = 7;

const rounded = (number: number): number => Number(number.toFixed(2));

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const measureInTurns = async (runs: readonly { name: string; run: () => unknown }[]): Promise<Times[]> => {
  const taken = runs.map(({ name, run }) => ({ name, run, medians: [] as number[], fastest: Infinity }));
  for (let round = 0; round < rounds; round += 1) {
    for (const one of taken) {
      const { p50, min } = await measure(one.run, { min_cpu_time: 100e6 });
      one.medians.push(p50 / 1000);
      one.fastest = Math.min(one.fastest, min / 1000);
    }
  }
  return taken.map(({ name, medians, fastest }) => ({ name, median: middle(medians), fastest }));
};

const results: Record<string, Record<string, { median: number; ratio: number; fastest: number }>> = {};
for (const { name, report } of inputs) {
  // A comparison of unlike things would say nothing: all must come to the same end.
  for (const { judge } of others) assert.deepEqual(judge(report), ours.judge(report));
  const text = JSON.stringify(report);
  const judging = [ours, ...others].map((one) => ({ name: one.name, run: () => one.judge(report) }));
  const times = await measureInTurns([
    ...judging,
    { name: 'JSON.parse of the same', run: () => JSON.parse(text) as unknown },
  ]);
  const reference = times[0]?.median ?? Number.NaN;
  results[name] = Object.fromEntries(
    times.map(({ name: row, median, fastest }) => [
      row,
      { median: rounded(median), ratio: rounded(median / reference), fastest: rounded(fastest) },
    ]),
  );
  console.log(`\n${name} (${text.length} characters of JSON), in microseconds; the ratio is to ours`);
  console.table(results[name]);
}

const folder = new URL('./results/', import.meta.url);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
const figures = { measuredAt: new Date().toISOString(), machine, rounds, results };
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('parse-report.json', folder), `${JSON.stringify(figures, null, 2)}\n`);

const ceiling = 30;
console.log(`\nA full report: ${results['full report']?.[ours.name]?.median} µs. It is to take at most ${ceiling} µs.`);
