import { readFile } from 'node:fs/promises';
import type { Region } from '@lapor/schemas';
import { findRegion, loadRegionsWithin } from '@lapor/schemas/regions';

/** Folder of `@lapor/schemas`' data files, wherever that package is installed. */
const dataFolder = new URL('./data/', import.meta.resolve('@lapor/schemas/package.json'));

const load = async (path: string): Promise<unknown> => JSON.parse(await readFile(new URL(path, dataFolder), 'utf8'));

const known = new Map<string, Promise<readonly Region[]>>();

/** Districts of a province or villages of a regency, read from disk once. */
export const regionsWithin = (code: string): Promise<readonly Region[]> => {
  const found = known.get(code);
  if (found) return found;
  const regions = loadRegionsWithin(code, load);
  known.set(code, regions);
  regions.catch(() => known.delete(code));
  return regions;
};

const borders = new Map<string, Promise<Buffer>>();

/** The file of a province's borders as it lies on the disk, read once; nothing for a code of no province. */
export const boundariesOf = async (code: string): Promise<Buffer | undefined> => {
  if (findRegion(code)?.level !== 'province') return undefined;
  const file = borders.get(code) ?? readFile(new URL(`boundaries/${code}.json`, dataFolder));
  borders.set(code, file);
  file.catch(() => borders.delete(code));
  return file;
};
