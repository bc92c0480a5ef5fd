import { gsmCodesOf, isGsmText } from './gsm-alphabet.ts';

/** One short message of those that carry a text. */
export interface Segment {
  /** SMPP's `data_coding`: 0 is the default alphabet, one code in each octet; 8 is UCS-2. */
  readonly dataCoding: 0 | 8;
  /** Whether `octets` begin with a header that says which part of which message this is. */
  readonly hasHeader: boolean;
  readonly octets: Uint8Array;
}

/** How many units, septets or UTF-16 units, fit into a message alone, and into each of several: the header takes six octets. */
const capacities = { 0: { alone: 160, part: 153 }, 8: { alone: 70, part: 67 } } as const;

/** The most parts that the header can count. */
const mostParts = 255;

/** Characters by the codes that must stay together: an escape with its code, both halves of a surrogate pair. */
const unitsOf = (text: string, dataCoding: 0 | 8): readonly (readonly number[])[] =>
  [...text].map((character) =>
    dataCoding === 0
      ? (gsmCodesOf(character) ?? [])
      : Array.from({ length: character.length }, (_, index) => character.charCodeAt(index)),
  );

/** Fills parts in order; no character is cut. */
const fill = (characters: readonly (readonly number[])[], capacity: number): number[][] => {
  const parts: number[][] = [[]];
  for (const codes of characters) {
    const last = parts.at(-1) as number[];
    if (last.length + codes.length <= capacity) last.push(...codes);
    else parts.push([...codes]);
  }
  return parts;
};

const octetsOf = (codes: readonly number[], dataCoding: 0 | 8): number[] =>
  dataCoding === 0 ? [...codes] : codes.flatMap((unit) => [unit >> 8, unit & 0xff]);

/**
 * Writes a text as short messages: in the default alphabet when all of it fits into that, else in UCS-2.
 *
 * @param reference names the parts of one message, modulo 256: messages to the same phone shortly after each other need
 *   different ones.
 * @throws RangeError when it takes more than 255 parts.
 */
export const segmentsOf = (text: string, reference: number): readonly Segment[] => {
  const whole = text.toWellFormed();
  const dataCoding = isGsmText(whole) ? 0 : 8;
  const characters = unitsOf(whole, dataCoding);
  const { alone, part } = capacities[dataCoding];
  const [only = [], ...more] = fill(characters, alone);
  if (more.length === 0) return [{ dataCoding, hasHeader: false, octets: Uint8Array.from(octetsOf(only, dataCoding)) }];
  const parts = fill(characters, part);
  if (parts.length > mostParts)
    throw new RangeError(`lapor-gateway: a text of ${parts.length} parts cannot be sent by SMS. Shorten it.`);
  return parts.map((codes, index) => ({
    dataCoding,
    hasHeader: true,
    // Length of the header; the element for 8 bit references, its length; reference, how many, which. 3GPP TS 23.040, 9.2.3.24.1.
    octets: Uint8Array.of(5, 0, 3, reference & 0xff, parts.length, index + 1, ...octetsOf(codes, dataCoding)),
  }));
};
