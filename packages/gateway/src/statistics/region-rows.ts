import type { Language, RegionCode } from '@lapor/schemas';
import { messagesFor } from '@lapor/schemas/messages';
import { childrenOf, regionOf } from '../directory/find-regions.ts';
import { rolledUp, type Tallies } from './tally.ts';

/** Digits and dots of the codes of one level, by the length of the codes above it: provinces, regencies, districts, villages. */
const lengthBelow: Readonly<Record<number, number>> = { 0: 2, 2: 5, 5: 8, 8: 13, 13: 13 };

/** Reports by the regions directly below the one asked for. Those that tell no smaller place stand under its own code. */
export const byChildren = (tallies: Tallies, region: RegionCode | undefined): Tallies => {
  const length = lengthBelow[region?.length ?? 0] ?? 2;
  return rolledUp(tallies, (code) => (code.length >= length ? code.slice(0, length) : code));
};

/** What the regions below one are called, and what those reports are called that tell none of them. */
export const regionLabels = async (
  region: RegionCode | undefined,
  language: Language,
): Promise<(key: string) => string> => {
  const { statisticsRows } = messagesFor(language);
  const names = new Map((await childrenOf(region)).map((child) => [child.code, child.fullName]));
  const own = region === undefined ? undefined : await regionOf(region);
  return (key) => {
    if (key === '') return statisticsRows.noRegion.label;
    if (key === own?.code)
      return own.level === 'village' ? own.fullName : statisticsRows.noSmallerRegion.label({ region: own.fullName });
    return names.get(key) ?? key;
  };
};
