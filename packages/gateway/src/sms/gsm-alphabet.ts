// The 7 bit default alphabet of GSM and its extension table. Source: 3GPP TS 23.038, 6.2.1 and 6.2.1.1.

const escape = 0x1b;

/** Each character at the place of its code; the escape to the extension table is a place without a character. */
const basic = [
  ...'@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ',
  ...' !"#¤%&\'()*+,-./0123456789:;<=>?',
  ...'¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§',
  ...'¿abcdefghijklmnopqrstuvwxyzäöñüà',
];

/** Characters that take an escape and a code. */
const extension: ReadonlyMap<number, string> = new Map([
  [0x0a, '\f'],
  [0x14, '^'],
  [0x28, '{'],
  [0x29, '}'],
  [0x2f, '\\'],
  [0x3c, '['],
  [0x3d, '~'],
  [0x3e, ']'],
  [0x40, '|'],
  [0x65, '€'],
]);

const codes: ReadonlyMap<string, readonly number[]> = new Map<string, readonly number[]>([
  ...basic.flatMap((character, code): [string, number[]][] => (code === escape ? [] : [[character, [code]]])),
  ...[...extension].map(([code, character]): [string, number[]] => [character, [escape, code]]),
]);

/** The code of a character, or both codes of one from the extension table; `undefined` when the alphabet has no such character. */
export const gsmCodesOf = (character: string): readonly number[] | undefined => codes.get(character);

/** Whether a text can be written in the alphabet. */
export const isGsmText = (text: string): boolean => [...text].every((character) => codes.has(character));

/**
 * Reads a text, one code in each octet, as SMPP carries it. A code that the extension table does not know stands for the
 * character of the basic table, as the standard asks of a phone; an escape that leads nowhere is a space.
 */
export const decodeGsm = (octets: Uint8Array): string => {
  let text = '';
  let isExtended = false;
  for (const octet of octets) {
    const code = octet & 0x7f;
    if (code === escape) {
      if (isExtended) text += ' ';
      isExtended = !isExtended;
      continue;
    }
    text += (isExtended && extension.get(code)) || basic[code];
    isExtended = false;
  }
  return isExtended ? `${text} ` : text;
};
