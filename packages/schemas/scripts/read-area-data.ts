import { readFileSync } from 'node:fs';

/** A row of the source: a region's dotted code and its name as the source writes it. */
export interface AreaRow {
  readonly code: string;
  readonly name: string;
}

/** The tables of `idn-area-data`, each in the order of its codes. Names of regencies include `Kabupaten` or `Kota`. */
export interface AreaData {
  readonly provinces: readonly AreaRow[];
  readonly regencies: readonly AreaRow[];
  readonly districts: readonly AreaRow[];
  readonly villages: readonly AreaRow[];
}

const folder = new URL('../node_modules/idn-area-data/', import.meta.url);

/** Reads the CSV files of the installed `idn-area-data`. Its own reader would bring a CSV library for four plain tables. */
export const readAreaData = (): AreaData => ({
  provinces: readTable('provinces'),
  regencies: readTable('regencies'),
  districts: readTable('districts'),
  villages: readTable('villages'),
});

/** The version of the installed `idn-area-data`. */
export const areaDataVersion = (): string =>
  (JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as { version: string }).version;

const readTable = (table: string): AreaRow[] =>
  readFileSync(new URL(`data/${table}.csv`, folder), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .slice(1)
    .map(readRow);

/** A row is the code, except for provinces the parent's code, and the name, in quotes if it holds a comma or a quote. */
const readRow = (line: string): AreaRow => {
  const [, code, quoted, plain] = /^([\d.]+)(?:,[\d.]+)?,(?:"((?:[^"]|"")*)"|(.*))$/.exec(line) ?? [];
  const name = quoted?.replaceAll('""', '"') ?? plain;
  if (!code || !name) throw new Error(`readAreaData: this line is no row of a table of regions: ${line}`);
  return { code, name };
};
