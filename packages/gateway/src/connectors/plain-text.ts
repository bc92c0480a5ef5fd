const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};

const characterOf = (code: number): string | undefined =>
  code > 0 && code <= 0x10_ff_ff && !(code >= 0xd8_00 && code <= 0xdf_ff) ? String.fromCodePoint(code) : undefined;

/** UTF-16 units that are looked at: more is no answer to anybody. */
const longest = 10_000;

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return characterOf(Number(decimal)) ?? whole;
    if (hexadecimal !== undefined) return characterOf(Number.parseInt(hexadecimal, 16)) ?? whole;
    return named[String(name).toLowerCase()] ?? whole;
  });

/**
 * The words of a text that may have been written with HTML. What comes out is data all the same: whoever shows it shows it as
 * text, so a tag that was hidden from this is seen and does nothing.
 */
export const plainText = (text: string): string =>
  decoded(
    text
      .slice(0, longest)
      .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
      .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])\s*>/gi, '\n')
      .replace(/<\/?[a-z][^<>]*>/gi, ''),
  )
    .replaceAll('\u00a0', ' ')
    .replaceAll('\r\n', '\n')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
