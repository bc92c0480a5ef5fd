import { hashBlock, initialState } from './sha256.ts';

/** Tries the numbers from `from` up to but without `to`; the one that solves it, or nothing. */
export type NumberSearch = (from: number, to: number) => number | undefined;

/** Most digits that a number to search can have. */
const mostDigits = 16;

/**
 * A search for the number whose SHA-256 together with a salt is the given hash.
 *
 * What the salt fills of whole blocks is hashed once; of each number only the last block or two.
 *
 * @param salt what stands before the number.
 * @param challenge the hash in hexadecimal digits.
 */
export const createNumberSearch = (salt: string, challenge: string): NumberSearch => {
  const bytes = new TextEncoder().encode(salt);
  const wanted = Array.from({ length: 8 }, (_, i) => Number.parseInt(challenge.slice(8 * i, 8 * i + 8), 16) | 0);
  const whole = bytes.length - (bytes.length % 64);
  const begun = initialState.slice();
  for (let at = 0; at < whole; at += 64) hashBlock(begun, new DataView(bytes.buffer), at);

  const tail = new Uint8Array(128);
  const view = new DataView(tail.buffer);
  tail.set(bytes.subarray(whole));
  const start = bytes.length - whole;
  const state = new Int32Array(8);
  let length = 0;

  const hash = (number: number): void => {
    const digits = String(number);
    // One, eight zero bytes for the length, and the digits: the end of the message moves only when a digit is added.
    if (digits.length !== length) {
      length = digits.length;
      tail.fill(0, start).set([0x80], start + length);
    }
    for (let i = 0; i < length; i += 1) tail[start + i] = digits.charCodeAt(i);
    const end = start + length + 9 > 64 ? 128 : 64;
    view.setUint32(end - 4, (bytes.length + length) * 8);
    state.set(begun);
    for (let at = 0; at < end; at += 64) hashBlock(state, view, at);
  };

  return (from, to) => {
    for (let number = from; number < to; number += 1) {
      hash(number);
      if (state[0] === wanted[0] && wanted.every((word, i) => word === state[i])) return number;
    }
    return undefined;
  };
};

/** Whether a number of that size can be searched at all. */
export const isSearchable = (maxnumber: number): boolean =>
  Number.isSafeInteger(maxnumber) && maxnumber >= 0 && String(maxnumber).length <= mostDigits;
