import type { RegionCode } from '../fields/region-code.ts';

/**
 * The code one level up: `13.71` for `13.71.01`.
 *
 * @returns `undefined` for a province, which has no parent.
 */
export const parentCode = (code: RegionCode): RegionCode | undefined =>
  code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : undefined;
