import { hash } from 'node:crypto';

/** Throws from 0 up to 1 that follow from a seed: the same on every machine. */
export const chanceFrom = (seed: number): (() => number) => {
  let throws = 0;
  return () => hash('sha256', `${seed} ${(throws += 1)}`, 'buffer').readUInt32BE() / 2 ** 32;
};
