import type { Category, Region } from '@lapor/schemas';
import { findRegion, provinces } from '@lapor/schemas/regions';
import { childrenOf, regionOf } from '../directory/find-regions.ts';
import type { OptionGroup } from './controls.ts';
import type { Visit, VisitedSite } from './visit.ts';

const asOption = ({ code, fullName }: Region) => ({ value: code, label: fullName });

const byName = (one: Region, other: Region): number => one.fullName.localeCompare(other.fullName, 'id');

/** The regions to choose from: those directly below the site's own, and the provinces elsewhere, because nobody is at a wrong door. */
export const regionChoices = async (
  { say }: Visit,
  { record }: VisitedSite,
  chosen: string | undefined,
): Promise<OptionGroup[]> => {
  const own = await regionOf(record.regionCode);
  const below = (await childrenOf(record.regionCode)).toSorted(byName);
  const elsewhere = provinces().filter(({ code }) => code !== record.regionCode.slice(0, 2));
  const offered = [...(own ? [own] : []), ...below, ...elsewhere];
  // A page of the region's own may have let people choose more exactly.
  const other =
    chosen !== undefined && !offered.some(({ code }) => code === chosen) ? await regionOf(chosen) : undefined;
  return [
    { options: [...(other ? [asOption(other)] : []), ...(own ? [asOption(own)] : []), ...below.map(asOption)] },
    { label: say.form.otherRegions.label, options: elsewhere.map(asOption) },
  ];
};

/** The regions directly below the one that was chosen, when there are any. */
export const exactRegionChoices = async (chosen: string | undefined): Promise<OptionGroup[]> => {
  if (chosen === undefined || chosen.length > 8) return [];
  const below = (await childrenOf(chosen)).toSorted(byName);
  return below.length === 0 ? [] : [{ options: below.map(asOption) }];
};

/** A region with those around it, for people: `Kecamatan Padang Utara, Kota Padang`. */
export const nameOfRegion = async (code: string | undefined): Promise<string | undefined> => {
  if (code === undefined) return undefined;
  const region = await regionOf(code);
  const above = code.length > 5 ? findRegion(code.slice(0, 5)) : undefined;
  return region && [region.fullName, above?.fullName].filter(Boolean).join(', ');
};

/** The site's categories, each under its heading. */
export const categoryChoices = ({ directory }: Visit, { record }: VisitedSite): OptionGroup[] => {
  const all = [...directory.categories.values()];
  const isOffered = ({ institutionId }: Category): boolean =>
    institutionId === undefined || directory.isWithin(institutionId, record.institutionId);
  const offered = all.filter((category) => category.selectable && isOffered(category));
  const groups = Map.groupBy(
    offered,
    ({ parentId, id }) => parentId ?? (all.some((one) => one.parentId === id) ? id : ''),
  );
  return [...groups].map(([heading, categories]) => ({
    ...(heading !== '' && { label: directory.categories.get(heading)?.name ?? heading }),
    options: categories.map(({ id, name }) => ({ value: id, label: name })),
  }));
};

/** The institutions of the site's own government. */
export const institutionChoices = ({ directory }: Visit, { record }: VisitedSite): OptionGroup[] => {
  const own = [...directory.institutions.values()].filter(({ id }) => directory.isWithin(id, record.institutionId));
  return [{ options: own.map(({ id, name }) => ({ value: id, label: name })) }];
};
