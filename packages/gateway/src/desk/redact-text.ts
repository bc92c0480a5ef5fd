/** A span of text in UTF-16 units, end exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** What stands where something was taken out. It is of one length whatever it was, and Indonesian, because it becomes part of the report. */
export const redactionMark = '[dihapus]';

const isHighSurrogate = (text: string, index: number): boolean => /[\uD800-\uDBFF]/.test(text.charAt(index));

/** Half a character would be left over, or told, where a range cuts one in two. */
const wholeCharacters = (text: string, { start, end }: TextRange): TextRange => ({
  start: start > 0 && isHighSurrogate(text, start - 1) ? start - 1 : start,
  end: end < text.length && isHighSurrogate(text, end - 1) ? end + 1 : end,
});

/**
 * Takes spans out of a text and puts one mark in the place of each. Spans that overlap or touch become one.
 *
 * @param ranges in any order, each within the text.
 */
export const redactText = (text: string, ranges: readonly TextRange[]): string => {
  const ordered = ranges.map((range) => wholeCharacters(text, range)).sort((one, other) => one.start - other.start);
  let redacted = '';
  let from = 0;
  let isMarked = false;
  for (const { start, end } of ordered) {
    if (start > from || !isMarked) redacted += text.slice(from, start) + redactionMark;
    from = Math.max(from, end);
    isMarked = true;
  }
  return redacted + text.slice(from);
};
