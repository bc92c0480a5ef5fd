/**
 * The worker for `solveChallenge({ createWorker })`. Importing it makes the script that imports it the worker.
 *
 * @module
 */
import { searchInSlices } from './search-in-slices.ts';
import type { SearchMessage, SearchRequest } from './search-in-worker.ts';

const tell = (message: SearchMessage): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<SearchRequest>) => {
  void searchInSlices({ ...data, onSearched: (searched) => tell({ searched }) }).then((found) => tell({ found }));
});
