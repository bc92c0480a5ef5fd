import type { Region } from '@lapor/schemas';
import { ancestorsOf, findRegion, provinces, regenciesOf, searchRegions } from '@lapor/schemas/regions';
import { regionsWithin } from './region-files.ts';

/** Districts of the province that a code lies in, or villages of its regency; nothing for a code of no region. */
const within = async (code: string): Promise<readonly Region[]> => (findRegion(code) ? regionsWithin(code) : []);

/** The regions directly below a region; the provinces when none is named. */
export const childrenOf = async (parent: string | undefined): Promise<readonly Region[]> => {
  if (parent === undefined) return provinces();
  if (parent.length === 2) return regenciesOf(parent);
  if (parent.length === 5)
    return (await within(parent.slice(0, 2))).filter((district) => district.parentCode === parent);
  if (parent.length === 8) return (await within(parent.slice(0, 5))).filter((village) => village.parentCode === parent);
  return [];
};

/** The region of a code, at any level. */
export const regionOf = async (code: string): Promise<Region | undefined> => {
  if (code.length <= 5) return findRegion(code);
  const siblings = code.length === 8 ? await within(code.slice(0, 2)) : await within(code.slice(0, 5));
  return siblings.find((region) => region.code === code);
};

/** The regions in which a region lies, the province first. */
export const regionsAbove = async (code: string): Promise<Region[]> => {
  const high =
    code.length <= 5
      ? ancestorsOf(code)
      : [...ancestorsOf(code.slice(0, 5)), ...[findRegion(code.slice(0, 5))].filter((region) => region !== undefined)];
  const district = code.length === 13 ? await regionOf(code.slice(0, 8)) : undefined;
  return [...high, ...(district ? [district] : [])];
};

/** Regions by name, best first: provinces and regencies, and below a parent also its districts and villages. */
export const searchByName = async (
  text: string,
  parent: string | undefined,
  limit: number,
): Promise<readonly Region[]> => {
  const among =
    parent === undefined ? [] : parent.length === 2 ? await within(parent) : await within(parent.slice(0, 5));
  return searchRegions(text, {
    limit,
    ...(parent !== undefined && { within: parent }),
    ...(among.length > 0 && { among }),
  });
};
