import { reasonOf } from '../http/reason-of.ts';
import { createNumberSearch } from './number-search.ts';
import { nextTurn } from './next-turn.ts';

/** What a search is told. */
export interface SearchOptions {
  readonly salt: string;
  readonly challenge: string;
  readonly maxnumber: number;
  readonly signal?: AbortSignal | undefined;
  /** Is told after each slice up to which number the search has come. */
  readonly onSearched?: ((number: number) => void) | undefined;
}

/** Milliseconds in one go: half of what a frame has, so that typing and scrolling stay smooth. */
const slice = 8;
/** Numbers between two looks at the clock. */
const step = 64;

/**
 * Searches in short slices and lets input and painting go first between them.
 *
 * @returns the number, or nothing when none fits.
 * @throws the signal's reason when it is aborted.
 */
export const searchInSlices = async (options: SearchOptions): Promise<number | undefined> => {
  const { salt, challenge, maxnumber, signal, onSearched } = options;
  const search = createNumberSearch(salt, challenge);
  for (let from = 0; from <= maxnumber;) {
    if (signal?.aborted) throw reasonOf(signal);
    const until = performance.now() + slice;
    while (from <= maxnumber && performance.now() < until) {
      const to = Math.min(from + step, maxnumber + 1);
      const found = search(from, to);
      if (found !== undefined) return found;
      from = to;
    }
    onSearched?.(from);
    await nextTurn();
  }
  return undefined;
};
