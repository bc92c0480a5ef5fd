import { readFile } from 'node:fs/promises';
import type { LoadData } from './load-data.ts';

/** Reads from the package's own `data/` folder. */
export const readData: LoadData = async (path) =>
  JSON.parse(await readFile(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as unknown;
