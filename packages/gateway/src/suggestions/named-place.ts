import type { Region, RegionCode, RegionLevel } from '@lapor/schemas';
import { findRegion, isWithin, regenciesOf } from '@lapor/schemas/regions';
import { regionsWithin } from '../directory/region-files.ts';
import { type Word, wordsOf } from './words-of.ts';

/** What stands before the name of a place. "Batu" and "Pasar" are places only after such a word. */
const kindWords: Readonly<Record<RegionLevel, ReadonlySet<string>>> = {
  province: new Set(),
  regency: new Set(['kabupaten', 'kab', 'kota']),
  district: new Set(['kecamatan', 'kec', 'distrik']),
  village: new Set(['desa', 'ds', 'kelurahan', 'kel', 'nagari', 'gampong', 'kampung', 'pekon']),
};

/** After these a name of several words, or of a regency, is a place, too: "di Koto Tangah", "di Padang". */
const prepositions: ReadonlySet<string> = new Set(['di', 'ke', 'dari', 'wilayah', 'daerah']);

/** The longest name of a region has this many words. */
const longestName = 6;

/** Every region within a regency; of a province its regencies and districts. */
const regionsBelow = async (code: RegionCode): Promise<readonly Region[]> => {
  if (findRegion(code) === undefined) return [];
  if (code.length === 2) return [...regenciesOf(code), ...(await regionsWithin(code))];
  const districts = await regionsWithin(code.slice(0, 2));
  return [...districts.filter((district) => isWithin(district.code, code)), ...(await regionsWithin(code))];
};

type Gazetteer = ReadonlyMap<string, readonly Region[]>;

const gazetteers = new Map<RegionCode, Promise<Gazetteer>>();

/** The names of regions below a province or regency, in small letters, each with those that bear it. Made once. */
const gazetteerOf = (code: RegionCode): Promise<Gazetteer> => {
  const known = gazetteers.get(code);
  if (known) return known;
  const gazetteer = regionsBelow(code).then((regions) =>
    Map.groupBy(regions, (region) =>
      wordsOf(region.name)
        .map((word) => word.text)
        .join(' '),
    ),
  );
  gazetteers.set(code, gazetteer);
  gazetteer.catch(() => gazetteers.delete(code));
  return gazetteer;
};

const introduces = (word: string): boolean =>
  prepositions.has(word) || Object.values(kindWords).some((words) => words.has(word));

const fits = (region: Region, before: string, nameLength: number): boolean =>
  kindWords[region.level as RegionLevel].has(before) ||
  (prepositions.has(before) && (nameLength > 1 || region.level === 'regency'));

/**
 * The place that a text names, when it names exactly one: a regency, district or village within the region, told by its
 * kind ("Kecamatan Kalianget", "kel. Lubuk Buaya") or by its name alone where that cannot be another word.
 *
 * @param within region of the report, or of the site as long as the report has none. Nothing outside is found.
 */
export const namedPlace = async (words: readonly Word[], within: RegionCode): Promise<Region | undefined> => {
  const names = await gazetteerOf(within.slice(0, 5));
  const found = new Map<RegionCode, Region>();
  for (const [index, { text: before }] of words.entries()) {
    if (!introduces(before)) continue;
    const longest = Math.min(longestName, words.length - index - 1);
    for (let length = longest; length > 0; length -= 1) {
      const name = words
        .slice(index + 1, index + 1 + length)
        .map((word) => word.text)
        .join(' ');
      const fitting = (names.get(name) ?? []).filter(
        (region) => isWithin(region.code, within) && fits(region, before, length),
      );
      for (const region of fitting) found.set(region.code, region);
      if (fitting.length > 0) break;
    }
  }
  // "Desa Kalianget Barat, Kecamatan Kalianget" is one place told twice; of two that are apart neither is it.
  const [deepest, ...others] = [...found.values()].sort((one, other) => other.code.length - one.code.length);
  return deepest && others.every((other) => isWithin(deepest.code, other.code)) ? deepest : undefined;
};
