import type { RegionLevel } from '../region.ts';

const dotted = /^\d\d(\.\d\d(\.\d\d(\.\d{4})?)?)?$/;
const levels = ['province', 'regency', 'district', 'village'] as const;

/**
 * The level that a Kemendagri code stands for, read from its form alone.
 *
 * @returns `undefined` for text that is not such a code. Whether the region exists is not asked: see {@link findRegion}.
 * @example `regionLevel('13.71')` is `'regency'`.
 */
export const regionLevel = (code: string): RegionLevel | undefined =>
  dotted.test(code) ? levels[code.split('.').length - 1] : undefined;
