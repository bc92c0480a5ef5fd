import type { Region, RegionCode, SuggestionRequest } from '@lapor/schemas';
import { isWithin } from '@lapor/schemas/regions';
import { regionOf } from '../directory/find-regions.ts';
import type { DirectoryInstitution } from '../directory/directory.ts';
import { namedPlace } from './named-place.ts';
import type { RoutingContext } from './router.ts';
import type { Word } from './words-of.ts';

/** Where it happened, as far as the draft tells. */
export interface IncidentPlace {
  /** The smallest region known; that of the site as long as the draft tells none. */
  readonly code: RegionCode;
  /** The region by name, when the draft tells one that exists. */
  readonly region?: Region;
  /** `chosen` in the form, `named` in the text, or only `assumed`. */
  readonly how: 'chosen' | 'named' | 'assumed';
}

/** Finds out where it happened: what the form says, made more exact by what the text names within it. */
export const incidentPlace = async (
  draft: SuggestionRequest,
  words: readonly Word[],
  { site }: RoutingContext,
): Promise<IncidentPlace> => {
  const chosen = draft.incident?.place?.regionCode;
  const region = chosen === undefined ? undefined : await regionOf(chosen);
  const code = region?.code ?? site.regionCode;
  const named = isWithin(code, site.regionCode) ? await namedPlace(words, code) : undefined;
  if (named && named.code !== region?.code) return { code: named.code, region: named, how: 'named' };
  return region ? { code, region, how: 'chosen' } : { code, how: 'assumed' };
};

/**
 * How well an institution's region fits the place, from 0 to 1. One whose region does not touch the place is out.
 *
 * Whoever is nearest comes first: the government of the site and its offices, and those of the regency in which it
 * happened. A province beside the regency's own offices, or an office within the region when nothing closer is known,
 * counts half; a ministry, which is everywhere, a third.
 */
export const placeFactor = (
  institution: DirectoryInstitution,
  { code }: IncidentPlace,
  { site, directory }: RoutingContext,
): number => {
  const { regionCode } = institution;
  if (regionCode === undefined) return 0.3;
  if (!isWithin(code, regionCode)) return isWithin(regionCode, code) ? 0.5 : 0;
  const government = directory.institutions.get(site.institutionId)?.path[0];
  return institution.path[0] === government || regionCode.length >= 5 ? 1 : 0.5;
};
