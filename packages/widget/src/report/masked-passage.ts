/** A passage of a text: UTF-16 units, end exclusive. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a passage of a text stands in what became of the text since: at its old place, or at the one other place where
 * the same letters stand. Nothing where it is gone, or where more than one place could be meant.
 */
export const passageSince = (before: string, { start, end }: Passage, now: string): Passage | undefined => {
  const words = before.slice(start, end);
  if (words === '') return undefined;
  if (now.slice(start, end) === words) return { start, end };
  const at = now.indexOf(words);
  return at < 0 || now.includes(words, at + 1) ? undefined : { start: at, end: at + words.length };
};

/** A text with other words in place of a passage. */
export const withPassage = (text: string, { start, end }: Passage, words: string): string =>
  text.slice(0, start) + words + text.slice(end);
