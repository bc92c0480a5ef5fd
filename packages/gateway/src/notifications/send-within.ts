import type { News, NewsChannel, NewsOutcome } from './news-channel.ts';

/** As much of what a channel threw as helps an operator. Its message may hold an address. */
const namesOf = (error: unknown): string => {
  const { name = 'Error', code } = (error ?? {}) as { name?: unknown; code?: unknown };
  return [name, code].filter((part) => typeof part === 'string' && /^\w{1,40}$/.test(part)).join(' ');
};

/**
 * Sends a message, and waits no longer than so many seconds. What took too long may have gone out all the same; it counts as
 * failed, and is sent again under its id.
 */
export const sendWithin = async (patience: number, channel: NewsChannel, news: News): Promise<NewsOutcome> => {
  const signal = AbortSignal.timeout(patience * 1000);
  const tooLong = new Promise<NewsOutcome>((resolve) =>
    signal.addEventListener('abort', () =>
      resolve({ result: 'failed', detail: `no answer within ${patience} seconds` }),
    ),
  );
  const sending = channel
    .send(news, signal)
    .catch((error: unknown): NewsOutcome => ({ result: 'failed', detail: namesOf(error) }));
  return Promise.race([sending, tooLong]);
};
