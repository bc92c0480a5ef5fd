/** Nobody types a longer name of a region; what comes after it is not read, so that a search takes bounded time. */
const longestText = 100;

/**
 * Text as a search compares it: lower case, without accents, marks and apostrophes, one space between words.
 *
 * @example `foldWords('  KAB. Ra’as-Baru ')` is `'kab raas baru'`.
 */
export const foldWords = (text: string): string =>
  text
    .slice(0, longestText)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'"’‘ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .slice(0, longestText)
    .trim();
