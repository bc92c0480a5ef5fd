import type { Category, Institution, Region } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import { pageOfArray } from '../paging/cursor.ts';
import type { Handlers } from '../http/handlers.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { DirectoryInstitution } from '../directory/directory.ts';
import { childrenOf, regionOf, regionsAbove, searchByName } from '../directory/find-regions.ts';
import { boundariesOf } from '../directory/region-files.ts';
import { entityTag } from '../http/entity-tag.ts';

/** More than this nobody reads, and nobody needs who can type another letter. */
const maxFound = 100;

/** The contract's institution: the path is for the engine alone. */
const published = ({ path: _, ...institution }: DirectoryInstitution): Institution => institution;

/** Whether every word of the text begins some word of the name. */
const isNamed = (name: string, text: string): boolean => {
  const words = name.toLowerCase().split(/[\s/,.()-]+/);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
};

/** A category is offered when it is for all institutions, or for this one. */
const isOffered = (category: Category, institution: string | undefined): boolean =>
  category.institutionId === undefined || category.institutionId === institution;

/** A region that was found by name, with the names around it. */
const withWhereItLies = async (region: Region): Promise<Region> => {
  const names = (await regionsAbove(region.code)).map(({ fullName }) => fullName);
  return names.length === 0 ? region : { ...region, within: names.toReversed().join(', ') };
};

/** Regions, institutions and categories. */
export const directoryHandlers = (engine: Engine): Handlers => ({
  async listRegions({ query: { parent, q, level, ...page } }) {
    const found = q === undefined ? await childrenOf(parent) : await searchByName(q, parent, maxFound);
    const regions = level === undefined ? found : found.filter((region) => region.level === level);
    const body = pageOfArray(`regions ${parent} ${q} ${level}`, regions, page);
    if (q === undefined) return { status: 200, body };
    return { status: 200, body: { ...body, items: await Promise.all(body.items.map(withWhereItLies)) } };
  },

  async getRegion({ parameters: { code } }) {
    const region = await regionOf(code);
    if (region === undefined) throw new Refusal('notFound');
    return { status: 200, body: { ...region, ancestors: await regionsAbove(code) } };
  },

  async getRegionBoundaries({ parameters: { code } }) {
    const body = await boundariesOf(code);
    if (body === undefined) throw new Refusal('notFound');
    const headers = { 'cache-control': 'private, max-age=86400', etag: entityTag(body) };
    const outcome = { status: 200 as const, body, headers };
    return outcome;
  },

  async listInstitutions({ query: { parent, region, kind, q, ...page } }) {
    const { institutions } = await engine.directory.get();
    const found = [...institutions.values()].filter(
      (institution) =>
        (parent === undefined || institution.parentId === parent) &&
        (region === undefined ||
          institution.regionCode === region ||
          institution.regionCode?.startsWith(`${region}.`)) &&
        (kind === undefined || institution.kind === kind) &&
        (q === undefined || isNamed(`${institution.name} ${institution.shortName ?? ''}`, q)),
    );
    return {
      status: 200,
      body: pageOfArray(`institutions ${parent} ${region} ${kind} ${q}`, found.map(published), page),
    };
  },

  async listCategories({ query: { institution, parent, q, ...page } }) {
    const { categories } = await engine.directory.get();
    const found = [...categories.values()].filter(
      (category) =>
        isOffered(category, institution) &&
        (parent === undefined || category.parentId === parent) &&
        (q === undefined || isNamed(category.name, q)),
    );
    return { status: 200, body: pageOfArray(`categories ${institution} ${parent} ${q}`, found, page) };
  },
});
