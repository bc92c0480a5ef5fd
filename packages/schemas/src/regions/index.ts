// What `@lapor/schemas/regions` offers. Decoders, the search index and the generated texts are withheld: their form may change.

// Looking up provinces and regencies, which come with the package.
export { provinces } from './provinces.ts';
export { regenciesOf } from './regencies-of.ts';
export { findRegion } from './find-region.ts';
export { ancestorsOf } from './ancestors-of.ts';

// What a code says by itself.
export { regionLevel } from './region-level.ts';
export { parentCode } from './parent-code.ts';
export { isWithin } from './is-within.ts';
export { timeZoneOf } from './time-zone-of.ts';

// Districts and villages, which are loaded.
export { loadRegionsWithin } from './load-regions-within.ts';
export { decodeRegions, type RegionFile } from './decode-regions.ts';
export type { LoadData } from './load-data.ts';

// For people.
export { searchRegions, type RegionSearchOptions } from './search-regions.ts';
export { formatRegionName } from './format-region-name.ts';

// From a point to the regency around it.
export { locateRegency } from './locate-regency.ts';
export { provinceCandidates } from './province-candidates.ts';
export { loadBoundaries } from './load-boundaries.ts';
export { regencyAt, type RegencyGuess } from './regency-at.ts';
export type { ArcNumbers, Boundaries, BoundaryGeometry, GridPair } from './boundaries.ts';
export type { Point } from './point.ts';
