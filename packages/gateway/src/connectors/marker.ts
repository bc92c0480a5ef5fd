import { createHmac } from 'node:crypto';

/** 80 bits: nobody guesses one, and no two are alike. */
const bytes = 10;

/** Letters and digits that read as no word and survive being made a hashtag: no vowel, nothing that looks like another one. */
const alphabet = 'bcdfghjkmnpqrstvwxz23456789bcdfg';

/**
 * What stands for a report, or for one thing that happened to it, in another system. It follows from the gateway's secret,
 * so that an attempt which nobody remembers is found by it, and nobody else can put it on a report of theirs.
 *
 * @returns 16 small letters and digits.
 */
export const markerOf = (secret: Uint8Array, connector: string, trackingId: string, sequence: number): string => {
  const digest = createHmac('sha256', secret).update(`forwarding ${connector} ${trackingId} ${sequence}`).digest();
  let bits = BigInt(`0x${digest.subarray(0, bytes).toString('hex')}`);
  let marker = '';
  for (let place = 0; place < (bytes * 8) / 5; place += 1) {
    marker += alphabet[Number(bits & 31n)];
    bits >>= 5n;
  }
  return marker;
};
