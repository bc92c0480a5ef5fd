import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { knownRegions } from './known-regions.ts';

/**
 * The province or regency with this code.
 *
 * @returns `undefined` when there is none, also for districts and villages: those come from `loadRegionsWithin`.
 */
export const findRegion = (code: RegionCode): Readonly<Region> | undefined => knownRegions().get(code);
