import type { RegionCode } from '@lapor/schemas';

/** Provinces and regencies have an index of their own each: by the first characters of a code. */
const indexed = [5, 2] as const;

/**
 * The condition that something lies within a region: in the region itself or in any below it.
 *
 * A code begins with the code of what it lies in, and all codes of a level are of one length; so the first characters
 * decide. The one way in which a list asks for a region, in the words of the indexes `report_public_province` and
 * `report_public_regency`.
 *
 * @param column of region codes.
 * @param value where the region's code stands in the statement: a parameter, or `?` for a list of conditions.
 */
export const withinRegion = (column: string, region: RegionCode, value: string): string => {
  const length = indexed.find((each) => region.length >= each);
  const exact = `left(${column}, ${region.length}) = ${value}`;
  return length === undefined || length === region.length
    ? exact
    : `left(${column}, ${length}) = left(${value}, ${length}) and ${exact}`;
};
