import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { knownRegions } from './known-regions.ts';

/** The regencies of a province, first each Kabupaten, then each Kota. Empty when there is no such province. */
export const regenciesOf = (provinceCode: RegionCode): readonly Readonly<Region>[] =>
  [...knownRegions().values()].filter((region) => region.parentCode === provinceCode);
