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

const shortReport = { classification: 'complaint', title: 'Lampu mati', content: 'Lampu jalan di depan SD mati.' };

/** Five mistakes, one in each corner. */
const wrongReport = {
  ...fullReport,
  title: ' ',
  incident: { date: '2026-02-30', place: { position: { latitude: 91, longitude: 100 } } },
  attachments: ['upl 1'],
  reporter: { ...fullReport.reporter, phone: '0812-6712-345' },
};

const inputs = { 'full report': fullReport, 'short report': shortReport, 'five mistakes': wrongReport };

/** Answers what came out, or how many things were wrong. */
const judges: Record<string, (report: unknown) => unknown> = {
  'zod/mini (ours)': (report) => {
    const result = NewReport.safeParse(report);
    return result.success ? result.data : result.error.issues.length;
  },
  'zod classic': (report) => {
    const result = ReportInZodClassic.safeParse(report);
    return result.success ? result.data : result.error.issues.length;
  },
  // What a page with a strict Content-Security-Policy gets: zod classic may not compile its objects there.
  'zod classic, no eval': (report) => {
    const result = ReportInZodClassic.safeParse(report, { jitless: true });
    return result.success ? result.data : result.error.issues.length;
  },
  valibot: (report) => {
    const result = v.safeParse(ReportInValibot, report);
    return result.success ? result.output : result.issues.length;
  },
  'JSON.parse of the same': (report) => JSON.parse(texts.get(report)!) as unknown,
};

const texts = new Map<unknown, string>(Object.values(inputs).map((input) => [input, JSON.stringify(input)]));

/** A comparison of unlike things would say nothing: all must come to the same end. */
const assertEqualJudgement = (input: unknown): void => {
  const [ours, ...others] = Object.entries(judges).slice(0, 4).map(([, judge]) => judge(input));
  for (const other of others) assert.deepEqual(other, ours);
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;

/** Each is measured several times in turns, so that a busy moment of the machine does not fall on one alone. */
const rounds = 5;

/** Times in microseconds for one report, and the median as a multiple of ours. */
interface Row {
  readonly median: number;
  readonly ratio: number;
  readonly fastest: number;
}

const results: Record<string, Record<string, Row>> = {};
for (const [name, input] of Object.entries(inputs)) {
  assertEqualJudgement(input);
  const medians = new Map(Object.keys(judges).map((judge) => [judge, [] as number[]]));
  const fastest = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [judge, run] of Object.entries(judges)) {
      const { p50, min } = await measure(() => run(input), { min_cpu_time: 150e6 });
      medians.get(judge)!.push(p50 / 1000);
      fastest.set(judge, Math.min(min / 1000, fastest.get(judge) ?? Infinity));
    }
  }
  const ours = median(medians.get('zod/mini (ours)')!);
  const rounded = (number: number): number => Number(number.toFixed(2));
  results[name] = Object.fromEntries(
    [...medians].map(([judge, times]) => [
      judge,
      { median: rounded(median(times)), ratio: rounded(median(times) / ours), fastest: rounded(fastest.get(judge)!) },
    ]),
  );
  console.log(`\n${name} (${texts.get(input)!.length} characters of JSON), in microseconds; the ratio is to ours`);
  console.table(results[name]);
}

const folder = new URL('./results/', import.meta.url);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('parse-report.json', folder), `${JSON.stringify({ measuredAt: new Date().toISOString(), machine, rounds, results }, null, 2)}\n`);

const ceiling = 30;
const reached = results['full report']!['zod/mini (ours)']!.median;
console.log(`\nA full report takes ${reached} µs; it is to take at most ${ceiling} µs.`);
