import { decodeGsm } from './gsm-alphabet.ts';

/** How the text of a short message is written. */
export type Alphabet = 'gsm' | 'ascii' | 'latin1' | 'ucs2';

/** What SMPP 3.4 calls these alphabets (5.2.19); `data_coding` 0 is whatever the SMSC uses by itself. */
const named: Readonly<Record<number, Alphabet>> = { 1: 'ascii', 3: 'latin1', 8: 'ucs2' };

/** Bits 3 and 2 of a data coding scheme of GSM (3GPP TS 23.038, 4). */
const byBits: readonly (Alphabet | undefined)[] = ['gsm', undefined, 'ucs2', undefined];

/**
 * The alphabet that a `data_coding` means; `undefined` for data that is no text, and for alphabets that nobody in
 * Indonesia writes in.
 *
 * @param standard what 0 means at this SMSC.
 */
export const alphabetOf = (dataCoding: number, standard: Alphabet): Alphabet | undefined => {
  if (dataCoding === 0) return standard;
  if (dataCoding <= 0x0f) return named[dataCoding];
  // Many hand on GSM's own scheme, which also says for instance that the text is to be shown at once.
  if (dataCoding <= 0x3f) return byBits[(dataCoding >> 2) & 3];
  return dataCoding >= 0xf0 && (dataCoding & 4) === 0 ? 'gsm' : undefined;
};

const decodeUcs2 = (octets: Uint8Array): string => {
  const even = Buffer.from(octets.subarray(0, octets.length - (octets.length % 2)));
  return even.swap16().toString('utf16le').toWellFormed();
};

const decoders: Readonly<Record<Alphabet, (octets: Uint8Array) => string>> = {
  gsm: decodeGsm,
  ascii: (octets) => Buffer.from(octets).toString('ascii'),
  latin1: (octets) => Buffer.from(octets).toString('latin1'),
  ucs2: decodeUcs2,
};

/** Reads octets as text of an alphabet. Halves of characters become U+FFFD. */
export const decodeText = (octets: Uint8Array, alphabet: Alphabet): string => decoders[alphabet](octets);
