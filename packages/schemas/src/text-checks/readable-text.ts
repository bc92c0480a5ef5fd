/** A text as a person reads it, with the way back to where each piece stands in the original. */
export interface ReadableText {
  /** ASCII digits and letters in place of their look-alikes; each run of invisible characters is one {@link hidden}. */
  readonly plain: string;
  /** Turns a span of `plain` into a span of the original, in UTF-16 units, end exclusive. */
  readonly originalSpan: (start: number, end: number) => { readonly start: number; readonly end: number };
}

/** Stands in `plain` for characters that nobody sees. It parts two numbers, but it must not hide one. */
export const hidden = '\u200b';

const invisible = /[\p{Default_Ignorable_Code_Point}\p{M}\p{Cc}\p{Cf}]/u;
const plainAscii = /^[\t\n\r -~]*$/;
const dash = /[\p{Pd}\u2212]/u;
const middleDot = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb]/;
const digit = /\p{Nd}/u;

/** The value of a decimal digit of any script: Unicode encodes sets of ten in unbroken rows, zero first. */
const digitValue = (codePoint: number): number => {
  let before = 0;
  while (digit.test(String.fromCodePoint(codePoint - before - 1))) before += 1;
  return before % 10;
};

const readable = (character: string, codePoint: number): string => {
  if (codePoint > 0x1f && codePoint < 0x7f) return character;
  if (character === '\n' || character === '\r' || character === '\t') return character;
  if (invisible.test(character)) return hidden;
  if (dash.test(character)) return '-';
  if (middleDot.test(character)) return '.';
  const compatible = character.normalize('NFKC');
  if (plainAscii.test(compatible)) return compatible;
  return digit.test(character) ? String(digitValue(codePoint)) : character;
};

/** Reads a text as people do: full-width or foreign digits are digits, and what is invisible separates nothing. */
export const readableText = (text: string): ReadableText => {
  if (plainAscii.test(text)) return { plain: text, originalSpan: (start, end) => ({ start, end }) };

  const origins: number[] = [];
  const seen = new Map<string, string>();
  const pieces: string[] = [];
  let offset = 0;
  let previous = '';
  for (const character of text) {
    let piece = seen.get(character);
    if (piece === undefined) seen.set(character, (piece = readable(character, character.codePointAt(0) ?? 0)));
    if (piece !== hidden || previous !== hidden) {
      pieces.push(piece);
      for (let unit = 0; unit < piece.length; unit += 1) origins.push(offset);
    }
    previous = piece;
    offset += character.length;
  }
  origins.push(offset);

  return {
    plain: pieces.join(''),
    originalSpan: (start, end) => {
      const last = origins[end - 1] ?? 0;
      const width = (text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
      // A character such as "⒈" becomes two; a span that ends between them still takes the whole character.
      return { start: origins[start] ?? offset, end: Math.max(origins[end] ?? offset, last + width) };
    },
  };
};
