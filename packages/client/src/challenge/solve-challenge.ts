import type { Challenge } from '@lapor/schemas/contract';
import { ChallengeError } from './challenge-error.ts';
import { isSearchable } from './number-search.ts';
import { searchInSlices, type SearchOptions } from './search-in-slices.ts';
import { searchInWorker } from './search-in-worker.ts';

/** What {@link solveChallenge} can be told. */
export interface SolveOptions {
  /** Ends the search when it is aborted. The call then fails with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Is told from time to time what share of the numbers has been tried, from 0 to 1. On average half of them is enough. */
  readonly onProgress?: (share: number) => void;
  /**
   * Makes the worker in which the search runs. A browser takes only a worker from the page's own origin, and a
   * Content-Security-Policy must allow it (`worker-src`): when it cannot be had, the search runs in short slices on the
   * page itself, as it does without this option.
   *
   * @example () => new Worker(new URL('@lapor/client/challenge-worker', import.meta.url), { type: 'module' })
   */
  readonly createWorker?: () => Worker;
}

/** Largest `maxnumber` that is searched: a weak phone takes a minute for it. */
const hardest = 5_000_000;

const search = async (createWorker: SolveOptions['createWorker'], options: SearchOptions) => {
  if (createWorker === undefined) return searchInSlices(options);
  try {
    return await searchInWorker(createWorker, options);
  } catch {
    // Also when it was aborted: the slices say so themselves.
    return searchInSlices(options);
  }
};

/** base64 of JSON, as ALTCHA writes a solution. `btoa` knows no letters beyond Latin-1, so JSON writes them as escapes. */
const encode = (solution: object): string =>
  btoa(
    JSON.stringify(solution).replace(
      /[\u0080-\uffff]/g,
      (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

/**
 * Solves a proof-of-work challenge of the gateway (ALTCHA, version 1): the `challenge` that a report must carry where
 * `site.features.challenge` is true. Begin while the form is being filled in; a solution works once, and for an hour.
 *
 * It needs neither https nor `crypto.subtle`, and no permission of a Content-Security-Policy.
 *
 * @example
 * const challenge = await solveChallenge(await client.site.challenge());
 * await client.reports.submit({ ...report, challenge });
 *
 * @throws ChallengeError when it cannot be solved; the signal's reason when it is aborted.
 */
export const solveChallenge = async (
  { algorithm, challenge, maxnumber, salt, signature }: Challenge,
  { signal, onProgress, createWorker }: SolveOptions = {},
): Promise<string> => {
  if (algorithm !== 'SHA-256') throw new ChallengeError('algorithmUnknown');
  if (!isSearchable(maxnumber) || maxnumber > hardest) throw new ChallengeError('tooHard');
  const began = performance.now();
  const number = await search(createWorker, {
    salt,
    challenge,
    maxnumber,
    signal,
    onSearched: onProgress && ((searched) => onProgress(Math.min(1, searched / (maxnumber + 1)))),
  });
  if (number === undefined) throw new ChallengeError('unsolvable');
  onProgress?.(1);
  return encode({ algorithm, challenge, number, salt, signature, took: Math.round(performance.now() - began) });
};
