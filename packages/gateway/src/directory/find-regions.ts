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

/** Fewer letters than these begin too many villages to be of use. */
const lettersForVillages = 3;

/** All within a region, level by level: the larger come first, because they are what people name first. */
const levelsWithin = async (parent: string, withVillages: boolean): Promise<readonly (readonly Region[])[]> => {
  const regencies =
    parent.length === 2 ? regenciesOf(parent) : [findRegion(parent.slice(0, 5))].filter((one) => one !== undefined);
  const villages = withVillages ? await Promise.all(regencies.map(({ code }) => within(code))) : [];
  return [regencies, await within(parent.slice(0, 2)), villages.flat()];
};

/**
 * Regions by name, best first: provinces and regencies, and below a parent also its districts and villages. Slips are
 * forgiven where no name fits on any level, and not for villages: of those some name is always near.
 */
export const searchByName = async (
  text: string,
  parent: string | undefined,
  limit: number,
): Promise<readonly Region[]> => {
  if (parent === undefined) return searchRegions(text, { limit });
  const levels = await levelsWithin(parent, text.trim().length >= lettersForVillages);
  const fitting = levels.flatMap((among) => searchRegions(text, { limit, within: parent, among, forgiving: false }));
  if (fitting.length > 0) return fitting.slice(0, limit);
  const among = parent.length < 8 ? levels.slice(0, 2).flat() : levels.flat();
  return searchRegions(text, { limit, within: parent, among });
};
