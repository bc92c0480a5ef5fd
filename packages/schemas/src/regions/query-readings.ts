import { foldWords } from './fold-words.ts';
import { regionAbbreviations } from './region-abbreviations.ts';

/** One way to understand what was typed. */
export interface QueryReading {
  /** The name that is looked for, folded and without spaces. */
  readonly text: string;
  /** The level or kind of region that the query names before it, if this reading takes that word so. */
  readonly kind?: string;
}

/** A word before a name, and the level or kind of region that it stands for. */
const kindWords: ReadonlyMap<string, string> = new Map([
  ['provinsi', 'province'],
  ['kabupaten', 'kabupaten'],
  ['kota', 'kota'],
  ['kecamatan', 'district'],
  ['distrik', 'district'],
  ['kelurahan', 'kelurahan'],
  ['desa', 'desa'],
]);

/**
 * The ways to understand a query: as typed or with its abbreviations written out, and with its first word as part of the
 * name (`Kotawaringin`, typed `kota waringin`) or as the kind of region (`kota bandung`).
 *
 * @returns one to four readings, none when nothing was typed that could be part of a name.
 */
export const queryReadings = (query: string): readonly QueryReading[] => {
  const typed = foldWords(query);
  const writtenOut = typed.replace(/\S+/g, (word) => regionAbbreviations.get(word) ?? word);
  const texts = typed === writtenOut ? [typed] : [typed, writtenOut];
  return texts.flatMap(readingsOf);
};

const readingsOf = (words: string): QueryReading[] => {
  const [first = '', ...rest] = words.split(' ');
  const kind = kindWords.get(first);
  const name = rest[0] === 'administrasi' ? rest.slice(1).join('') : rest.join('');
  const asName = words ? [{ text: words.replaceAll(' ', '') }] : [];
  return kind && name ? [...asName, { text: name, kind }] : asName;
};
