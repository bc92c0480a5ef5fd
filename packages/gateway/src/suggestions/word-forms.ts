/** What is written after a word as part of it: "jalannya", "lampumu", "sampahlah", "jalanan". */
const endings = ['nya', 'lah', 'kah', 'pun', 'ku', 'mu', 'an'] as const;

/** Prepositions that many people write together with the next word: "dijalan", "kesekolah". */
const prepositions = ['di', 'ke'] as const;

/** What is left of a word must still be one. */
const shortest = 4;

const without = (word: string): string[] => [
  ...endings.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length)),
  ...prepositions
    .filter((preposition) => word.startsWith(preposition))
    .map((preposition) => word.slice(preposition.length)),
];

/**
 * The forms in which a written word may stand in a list: the word itself and what is left without endings and
 * prepositions, at most two of them.
 *
 * Deliberately modest. The prefixes that make other words ("perjalanan" is a journey, "berjalan" is to walk) stay.
 *
 * @param word in small letters.
 */
export const wordForms = (word: string): string[] => {
  if (word.length < shortest + 2 || word.length > 40) return [word];
  const once = without(word);
  const forms = new Set([word, ...once, ...once.flatMap(without)]);
  return [...forms].filter((form) => form.length >= shortest);
};
