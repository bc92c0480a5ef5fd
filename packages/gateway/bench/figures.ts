import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Two decimals are more than a benchmark can promise. */
export const rounded = (number: number): number => Number(number.toFixed(2));

/** The middle one: a busy moment of the machine does not move it. */
export const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length };

/** Writes the figures of a benchmark to `bench/results/NAME.json`, with the machine that they are of. */
export const writeFigures = (name: string, results: object): void => {
  const folder = new URL('./results/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  const figures = { measuredAt: new Date().toISOString(), machine, results };
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(figures, null, 2)}\n`);
};

interface Shown {
  readonly perSecond: number;
  readonly p95: number;
  readonly cpu: number;
  readonly ratios: Readonly<Record<string, number>>;
}

/** Prints what loads came to: one table an occasion, with each candidate's calls beside every other's. */
export const showLoad = (results: Readonly<Record<string, Readonly<Record<string, Shown>>>>): void => {
  for (const [occasion, figures] of Object.entries(results)) {
    console.log(`\n${occasion}`);
    console.table(
      Object.fromEntries(
        Object.entries(figures).map(([name, { perSecond, p95, cpu, ratios }]) => [
          name,
          {
            'a second': perSecond,
            '95 % within ms': p95,
            'CPU of its process, µs': cpu,
            ...Object.fromEntries(
              Object.entries(ratios)
                .filter(([other]) => other !== 'gateway')
                .map(([other, ratio]) => [`beside ${other.slice(0, 3)}`, ratio]),
            ),
          },
        ]),
      ),
    );
  }
};
