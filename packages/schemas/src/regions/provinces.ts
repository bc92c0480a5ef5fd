import type { Region } from '../region.ts';
import { knownRegions } from './known-regions.ts';

/** The 38 provinces in the order of their codes. */
export const provinces = (): readonly Readonly<Region>[] =>
  [...knownRegions().values()].filter((region) => region.level === 'province');
