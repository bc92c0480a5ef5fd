import type { RegionCode } from '../fields/region-code.ts';
import type { Region } from '../region.ts';
import { editDistance } from './edit-distance.ts';
import { foldWords } from './fold-words.ts';
import { isWithin } from './is-within.ts';
import { knownRegions } from './known-regions.ts';
import { queryReadings, type QueryReading } from './query-readings.ts';

/** What {@link searchRegions} can be told besides the query. */
export interface RegionSearchOptions {
  /** How many regions to return at most. @default 10 */
  readonly limit?: number;
  /** Only this region and those within it. */
  readonly within?: RegionCode;
  /** The regions to search, for instance loaded districts. @default all provinces and regencies */
  readonly among?: Iterable<Readonly<Region>>;
  /** Whether slips are forgiven where no name fits. @default true */
  readonly forgiving?: boolean;
}

/**
 * The regions whose names fit what somebody typed, best first.
 *
 * A whole name comes before the start of a name, that before the start of a later word, that before any other part;
 * among equals the code decides. Only when nothing fits so are slips forgiven: one from four letters on, two from
 * eight. A query that starts with a word like `kab.` or `kota` gets that kind of region first and the others of that
 * name after it, so that the namesake is offered rather than hidden. Case, accents, spaces and apostrophes do not
 * count; common abbreviations are known.
 *
 * @param query of any length and content; what comes after 100 characters is not read. Never throws.
 * @returns an empty array for an empty query.
 * @example `searchRegions('kota bandung')` starts with Kota Bandung, followed by Kabupaten Bandung.
 */
export const searchRegions = (query: string, options: RegionSearchOptions = {}): readonly Readonly<Region>[] => {
  const { limit = 10, within, among = knownRegions().values(), forgiving = true } = options;
  const readings = queryReadings(query);
  const regions = [...among].filter(({ code }) => within === undefined || isWithin(code, within));
  const fitting = ranked(regions, readings, rankOfPart);
  const found = fitting.length > 0 || !forgiving ? fitting : ranked(regions, readings, rankOfSlip);
  return found.slice(0, Math.max(0, limit));
};

type Rank = (region: SearchedNames, text: string) => number;

/** Larger than any rank of a reading, so that a region of another kind comes after all of the kind asked for. */
const otherKind = 10;

const ranked = (
  regions: readonly Readonly<Region>[],
  readings: readonly QueryReading[],
  rank: Rank,
): Readonly<Region>[] =>
  regions
    .map((region) => {
      const names = searchedNames(region);
      const kinds: readonly (string | undefined)[] = [undefined, region.kind, region.level];
      const ranks = readings.map(({ text, kind }) => rank(names, text) + (kinds.includes(kind) ? 0 : otherKind));
      return { region, rank: Math.min(...ranks) };
    })
    .filter((match) => match.rank < Infinity)
    .sort((a, b) => a.rank - b.rank || (a.region.code < b.region.code ? -1 : 1))
    .map(({ region }) => region);

const rankOfPart: Rank = ({ fullName, wordStarts, name }, text) => {
  if (text === name || text === fullName) return 0;
  const start = wordStarts.indexOf(` ${text}`);
  if (start === 0) return 1 + untyped(name, text);
  if (start > 0) return 2;
  if (fullName.startsWith(text)) return 3;
  return name.includes(text) ? 4 : Infinity;
};

const rankOfSlip: Rank = ({ name }, text) => {
  const forgiven = text.length < 4 ? 0 : text.length < 8 ? 1 : 2;
  const slips = editDistance(text, name, forgiven);
  return slips > forgiven ? Infinity : slips + untyped(name, text);
};

/** Below 1, and less the more of the name was typed: `padan` means Padang rather than Padang Pariaman. */
const untyped = (name: string, text: string): number => Math.abs(name.length - text.length) / 101;

/** The names of a region as they are compared: folded, without spaces. */
interface SearchedNames {
  readonly name: string;
  readonly fullName: string;
  /** The name from each of its words on, each after a space: ` bandungbarat barat`. */
  readonly wordStarts: string;
}

/** What two provinces are called besides their names: who types `jakarta` means all of it. */
const titles = /^daerah (khusus ibukota|istimewa) /;

const folded = new WeakMap<Readonly<Region>, SearchedNames>();

const searchedNames = (region: Readonly<Region>): SearchedNames => {
  const known = folded.get(region);
  if (known) return known;
  const words = foldWords(region.name).replace(titles, '').split(' ');
  const wordStarts = words.map((_, index) => ` ${words.slice(index).join('')}`).join('');
  const names = { name: words.join(''), fullName: foldWords(region.fullName).replaceAll(' ', ''), wordStarts };
  folded.set(region, names);
  return names;
};
