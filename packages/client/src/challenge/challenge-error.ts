/**
 * Why a challenge cannot be solved.
 *
 * - `algorithmUnknown`: it asks for another hash than SHA-256; this package is older than the gateway.
 * - `tooHard`: searching all numbers would take minutes on a phone; the gateway is configured wrongly.
 * - `unsolvable`: none of the numbers fits.
 */
export type ChallengeFault = 'algorithmUnknown' | 'tooHard' | 'unsolvable';

const sentences: Record<ChallengeFault, string> = {
  algorithmUnknown: 'asks for another `algorithm` than SHA-256. Update @lapor/client',
  tooHard: 'has a `maxnumber` that no phone could search',
  unsolvable: 'has no solution between 0 and its `maxnumber`',
};

/** A challenge that cannot be solved. A new one from the gateway may be. */
export class ChallengeError extends Error {
  override name = 'ChallengeError';
  /** Why, for programs. */
  readonly code: ChallengeFault;

  constructor(code: ChallengeFault) {
    super(`@lapor/client: the challenge ${sentences[code]}.`);
    this.code = code;
  }
}

/** Whether it is a {@link ChallengeError}. By name, because a page may hold two copies of this package. */
export const isChallengeError = (error: unknown): error is ChallengeError =>
  error instanceof Error && error.name === 'ChallengeError';
