import { wordForms } from './word-forms.ts';
import type { Word } from './words-of.ts';

/** A phrase that speaks for something, for instance "lampu jalan" for an office. */
export interface Phrase<Subject> {
  readonly words: readonly string[];
  readonly subject: Subject;
}

/** A phrase where a text has it. */
export interface FoundPhrase<Subject> extends Phrase<Subject> {
  /** Number of its first word in the text. */
  readonly start: number;
}

/** Looks for many phrases at once. */
export interface PhraseIndex<Subject> {
  /** The phrases that the words have, in the order of the text. A phrase within a longer one that was found does not count. */
  find(words: readonly Word[]): FoundPhrase<Subject>[];
  /** Of the phrases all of whose words occur somewhere, the longest: "lampu jalan" in "Lampu penerangan jalan umum". */
  findScattered(words: readonly Word[]): Phrase<Subject>[];
}

/** Words that introduce an address when a name follows: "Jalan Belanti" says where, and nothing about the road. */
const addressWords: ReadonlySet<string> = new Set([
  'jalan',
  'jln',
  'jl',
  'gang',
  'gg',
  'pasar',
  'terminal',
  'pelabuhan',
  'taman',
  'desa',
  'jembatan',
  'pantai',
  'simpang',
]);

const isAddress = (word: Word, next: Word | undefined): boolean =>
  next?.isNameLike === true && wordForms(word.text).some((form) => addressWords.has(form));

/** Builds the index. Phrases are in small letters, as `wordsOf` writes words. */
export const createPhraseIndex = <Subject>(phrases: Iterable<Phrase<Subject>>): PhraseIndex<Subject> => {
  const byFirst = new Map<string, Phrase<Subject>[]>();
  for (const phrase of phrases) {
    const [first] = phrase.words;
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others) others.push(phrase);
    else byFirst.set(first, [phrase]);
  }

  return {
    find(words) {
      const forms = words.map(({ text }) => wordForms(text));
      const isAt = (phrase: Phrase<Subject>, start: number) =>
        phrase.words.every((word, offset) => forms[start + offset]?.includes(word));
      const found = words.flatMap((word, start) =>
        wordForms(word.text)
          .flatMap((form) => byFirst.get(form) ?? [])
          .filter((phrase) => isAt(phrase, start) && !(phrase.words.length === 1 && isAddress(word, words[start + 1])))
          .map((phrase) => ({ ...phrase, start })),
      );
      // How long the longest phrase is that has this word: a shorter one at the same place is only a part of it.
      const longest = new Map<number, number>();
      const placesOf = ({ start, words: { length } }: FoundPhrase<Subject>) =>
        Array.from({ length }, (_, offset) => start + offset);
      for (const phrase of found)
        for (const place of placesOf(phrase))
          longest.set(place, Math.max(longest.get(place) ?? 0, phrase.words.length));
      return found.filter((phrase) => placesOf(phrase).every((place) => longest.get(place) === phrase.words.length));
    },

    findScattered(words) {
      const forms = new Set(words.flatMap(({ text }) => wordForms(text)));
      const found = [...forms]
        .flatMap((form) => byFirst.get(form) ?? [])
        .filter((phrase) => phrase.words.every((word) => forms.has(word)));
      const longest = Math.max(...found.map((phrase) => phrase.words.length));
      return found.filter((phrase) => phrase.words.length === longest);
    },
  };
};
