import type { sandbox as source } from '../id/sandbox.ts';

/** The English of the Indonesian `sandbox`. */
export const sandbox: typeof source = {
  neverBack: 'The clock only moves forward. Choose a time after the present time of the gateway.',
  tooFar: 'That time lies too far ahead. Choose a time before the year 2190.',
};
