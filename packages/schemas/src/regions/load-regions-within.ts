import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { decodeRegions, type RegionFile } from './decode-regions.ts';
import { findRegion } from './find-region.ts';
import type { LoadData } from './load-data.ts';

/**
 * All districts within a province, or all villages within a regency, in the order of their codes.
 *
 * @param code of a province, for instance `13`, or of a regency, for instance `13.71`.
 * @param load brings `districts/13.json` or `villages/13.71.json`; each is about 1 kB over the wire.
 * @throws RangeError when there is no such province or regency (nothing is loaded then), TypeError when what was loaded
 *   is not such a file, and whatever `load` throws.
 */
export const loadRegionsWithin = async (code: RegionCode, load: LoadData): Promise<readonly Readonly<Region>[]> => {
  const region = findRegion(code);
  if (!region) {
    throw new RangeError('loadRegionsWithin: `code` is of no province or regency. Pass one such as `13` or `13.71`.');
  }
  const path = `${region.level === 'province' ? 'districts' : 'villages'}/${code}.json`;
  const file = await load(path);
  if (!isRegionFile(file)) {
    throw new TypeError(`loadRegionsWithin: \`${path}\` holds no region names. Serve the \`data\` folder unchanged.`);
  }
  return decodeRegions(file);
};

const isRegionFile = (file: unknown): file is RegionFile =>
  typeof file === 'object' && file !== null && Object.values(file).every((names) => typeof names === 'string');
