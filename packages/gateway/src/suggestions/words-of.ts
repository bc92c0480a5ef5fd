/** One word of a text, in small letters. */
export interface Word {
  readonly text: string;
  /** Whether it was written like a name: `Belanti`, but not `BELANTI`. */
  readonly isNameLike: boolean;
}

/** Apostrophes within names are written in many ways or not at all: Ra'as, Ra’as, Raas; in the official table Ra"as. */
const apostrophes = /(?<=\p{L})['’ʼ`"](?=\p{L})/gu;

const nameLike = /^\p{Lu}[\p{Ll}\p{M}]/u;

/** Above this share of words written like names, a text is a headline, and capitals tell nothing. */
const headline = 0.6;

/** The words of a text, in its order. Takes any text; time grows with its length. */
export const wordsOf = (text: string): Word[] => {
  const found = text.replace(apostrophes, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const names = found.filter((word) => nameLike.test(word)).length;
  const isHeadline = names > found.length * headline;
  return found.map((word) => ({ text: word.toLowerCase(), isNameLike: !isHeadline && nameLike.test(word) }));
};
