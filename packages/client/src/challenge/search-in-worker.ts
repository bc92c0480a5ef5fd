import { reasonOf } from '../http/reason-of.ts';
import type { SearchOptions } from './search-in-slices.ts';

/** What a worker is asked. */
export type SearchRequest = Pick<SearchOptions, 'salt' | 'challenge' | 'maxnumber'>;
/** What a worker says: how far it is, then what it found. */
export type SearchMessage = { readonly searched: number } | { readonly found: number | undefined };

const isMessage = (data: unknown): data is SearchMessage =>
  typeof data === 'object' && data !== null && ('searched' in data || 'found' in data);

/**
 * Searches in a worker.
 *
 * @returns the number, or nothing when none fits; rejects with the signal's reason when it is aborted, and with anything
 * else when the worker cannot be had: its file is missing, or the page's Content-Security-Policy does not allow it.
 */
export const searchInWorker = (createWorker: () => Worker, options: SearchOptions): Promise<number | undefined> => {
  const { salt, challenge, maxnumber, signal, onSearched } = options;
  let worker: Worker | undefined;
  let abort: (() => void) | undefined;
  return new Promise<number | undefined>((resolve, reject) => {
    if (signal?.aborted) throw reasonOf(signal);
    abort = () => signal && reject(reasonOf(signal));
    signal?.addEventListener('abort', abort);
    worker = createWorker();
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      reject(new Error('The worker failed.'));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (!isMessage(data)) reject(new Error('Something else answered than the worker.'));
      else if ('searched' in data) onSearched?.(data.searched);
      else resolve(data.found);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    worker.postMessage({ salt, challenge, maxnumber } satisfies SearchRequest);
  }).finally(() => {
    worker?.terminate();
    if (abort) signal?.removeEventListener('abort', abort);
  });
};
