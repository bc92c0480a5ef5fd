import { createHash, type Hash } from 'node:crypto';
import { Refusal } from '../refusal/refusal.ts';

/** What `Upload-Checksum` may be made with. SHA-1 is the one that tus 1.0 demands; it guards against damage, not against people. */
export const checksumAlgorithms = ['sha1', 'sha256'] as const;

/** A checksum that a sender has announced, and the one that is counted while its bytes come in. */
export interface Checksum {
  readonly counted: Hash;
  readonly announced: Buffer;
}

/**
 * Reads `Upload-Checksum` (tus 1.0, "Checksum"): the algorithm and, after a space, the checksum in base64.
 *
 * @throws Refusal `malformedRequest` when it is neither, or of an unknown algorithm.
 */
export const readChecksum = (header: string | null): Checksum | undefined => {
  if (header === null) return undefined;
  const [name = '', value = ''] = header.trim().split(/ +/);
  const algorithm = checksumAlgorithms.find((known) => known === name.toLowerCase());
  if (algorithm === undefined || !/^[A-Za-z0-9+/]+=*$/.test(value)) throw new Refusal('malformedRequest');
  return { counted: createHash(algorithm), announced: Buffer.from(value, 'base64') };
};
