import type { Directory, DirectoryInstitution } from '../directory/directory.ts';
import { createPhraseIndex, type Phrase, type PhraseIndex } from './phrase-index.ts';
import { wordsOf } from './words-of.ts';

/** What a phrase says about an institution. */
export interface PhraseSubject {
  readonly institution: DirectoryInstitution;
  /** The phrase as the directory writes it. */
  readonly shown: string;
  /** `task`: it is responsible for this. `name`: it is called so. `place`: only where it is. */
  readonly kind: 'task' | 'name' | 'place';
}

/** "Dinas Sosial, Pemberdayaan Perempuan … Kabupaten Sumenep" is spoken of as "Dinas Sosial"; "Pemerintah" may be any. */
const spokenNames = ({ name, shortName, kind }: DirectoryInstitution): string[] => [
  ...(kind === 'province' || kind === 'regency'
    ? []
    : [name.split(/,| dan |(?<!^Kecamatan) (?:Kabupaten|Kota|Provinsi) /)[0] ?? name]),
  ...(shortName === undefined ? [] : [shortName]),
];

const plain = (text: string): string[] => wordsOf(text).map((word) => word.text);

/** A district office is called by its place and has its place among its words; both tell where, not what. */
const isOfDistrict = ({ regionCode = '' }: DirectoryInstitution): boolean => regionCode.length >= 8;

const phrasesOf = (institution: DirectoryInstitution): Phrase<PhraseSubject>[] => {
  const nameWords = new Set(plain(institution.name));
  const districtKind = (words: readonly string[], otherwise: 'task' | 'name') =>
    isOfDistrict(institution) && words.every((word) => nameWords.has(word)) ? 'place' : otherwise;
  const phrases = [
    ...(institution.responsibilities ?? []).map((shown) => ({
      shown,
      words: plain(shown),
      otherwise: 'task' as const,
    })),
    ...spokenNames(institution).map((shown) => ({ shown, words: plain(shown), otherwise: 'name' as const })),
  ];
  const known = new Set<string>();
  return phrases.flatMap(({ shown, words, otherwise }) => {
    const key = words.join(' ');
    // Two letters are found in too many texts to say anything.
    if (key.length < 3 || known.has(key)) return [];
    known.add(key);
    return [{ words, subject: { institution, shown, kind: districtKind(words, otherwise) } }];
  });
};

const indexes = new WeakMap<Directory, PhraseIndex<PhraseSubject>>();

/** The index of all that institutions are called and responsible for; made once for each picture of the directory. */
export const institutionPhrases = (directory: Directory): PhraseIndex<PhraseSubject> => {
  const known = indexes.get(directory);
  if (known) return known;
  const index = createPhraseIndex([...directory.institutions.values()].flatMap(phrasesOf));
  indexes.set(directory, index);
  return index;
};
