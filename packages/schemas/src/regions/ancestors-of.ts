import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { findRegion } from './find-region.ts';
import { regionLevel } from './region-level.ts';

/**
 * The province, then the regency, that a region lies in. The region itself is not among them, nor is the district of
 * a village, whose name is not in the bundled data.
 *
 * @returns an empty array for a province and for text that is no region code.
 */
export const ancestorsOf = (code: RegionCode): readonly Readonly<Region>[] =>
  regionLevel(code)
    ? [2, 5].filter((length) => length < code.length).flatMap((length) => findRegion(code.slice(0, length)) ?? [])
    : [];
