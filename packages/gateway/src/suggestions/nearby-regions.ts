import type { RegionCode } from '@lapor/schemas';
import { isWithin } from '@lapor/schemas/regions';
import { childrenOf, regionOf } from '../directory/find-regions.ts';

/** Levels from the code's own up to its regency: `13.71.04.1005`, `13.71.04`, `13.71`. */
const upToRegency = (code: RegionCode): RegionCode[] =>
  [13, 8, 5].filter((length) => length <= code.length).map((length) => code.slice(0, length));

const below = async (code: RegionCode): Promise<RegionCode[]> => {
  const children = (await childrenOf(code)).map((child) => child.code);
  if (code.length !== 5) return children;
  return [...children, ...(await Promise.all(children.map(below))).flat()];
};

/**
 * The codes under which reports from nearby are filed: the regions around the place up to its regency, and all within
 * its district; within the whole regency when that is all that is known.
 *
 * @returns none for a province, or a code of no region: nothing is near a whole province.
 */
export const nearbyRegions = async (code: RegionCode): Promise<RegionCode[]> => {
  if (code.length < 5 || (await regionOf(code.slice(0, 5))) === undefined) return [];
  const around = upToRegency(code);
  const area = code.length === 5 ? code : code.slice(0, 8);
  const within = (await below(area)).filter((each) => isWithin(each, area));
  return [...new Set([...around, ...within])];
};
