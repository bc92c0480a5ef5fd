/** Gives the next number of a series from 0 up to, and not, 1. */
export type Random = () => number;

/**
 * A series of numbers that looks like chance and is the same for the same seed: mulberry32, 32 bits of state. Tests need it
 * to be repeatable, nothing needs it to be secret.
 */
export const seededRandom = (seed: number): Random => {
  let state = Math.trunc(seed) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** A name of so many letters and digits. */
export const randomName = (random: Random, length: number): string =>
  Array.from({ length }, () => letters[Math.floor(random() * letters.length)]).join('');
