import type { RegionCode } from '../fields/region-code.ts';

/** Whether the region `code` is `ancestor` itself or lies in it. Compares whole segments: `13.7` holds nothing. */
export const isWithin = (code: RegionCode, ancestor: RegionCode): boolean =>
  code === ancestor || code.startsWith(`${ancestor}.`);
