import type { RegionCode } from '../fields/region-code.ts';
import type { TimeZone } from '../fields/time-zone.ts';

/**
 * The zone whose calendar and clock hold in a region, told by its province.
 *
 * Source: Keputusan Presiden 41/1987, read with the provinces that were split off since. Zones end at the borders of
 * provinces, so no regency differs from its province.
 *
 * @returns `undefined` when the code does not start with one of the 38 provinces.
 */
export const timeZoneOf = (code: RegionCode): TimeZone | undefined =>
  /^(1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-6])(\.|$)/.test(code) ? timeZoneOfProvince(code) : undefined;

/** The same for the code of a region that is known to exist. Kalimantan (6x) alone is shared by two zones. */
export const timeZoneOfProvince = (code: RegionCode): TimeZone => {
  if (code < '5' || /^6[12]/.test(code)) return 'Asia/Jakarta';
  return code < '8' ? 'Asia/Makassar' : 'Asia/Jayapura';
};
