import { setTimeout as wait } from 'node:timers/promises';
import { newAttempt, type TestAnswer, testKeys } from '../test-gateway.test.support.ts';
import { readAnswer } from './ask.test.support.ts';

/** A server that may go away and come back elsewhere. */
export interface MovingServer {
  url: string;
}

/** A call that may be made again with the same name. */
export interface Attempted {
  readonly path: string;
  readonly key?: string;
  readonly body: unknown;
}

/** What a sender learns in the end. */
export interface Outcome extends TestAnswer {
  readonly tries: number;
}

/** One answer on the way, with the milliseconds that it took. */
export interface Observed extends TestAnswer {
  readonly method: string;
  readonly path: string;
  readonly milliseconds: number;
}

/** How long a sender goes on. */
export interface Patience {
  /** When it gives up: whoever sends on a slow machine needs more tries, not more luck. */
  readonly until: AbortSignal;
  /** Tries once and never learns what became of it, when the line breaks. */
  readonly once?: boolean;
  /** Is told of every answer, those that are not final included. */
  readonly observe?: (answer: Observed) => void;
}

/** Answers after which a sender tries again: the attempt is under way, too many calls, or the gateway is away. */
const passing: ReadonlySet<number> = new Set([409, 429, 502, 503, 504]);

const tryOnce = async (
  { url }: MovingServer,
  { path, key = testKeys.site, body }: Attempted,
  name: string,
  observe: Patience['observe'],
): Promise<TestAnswer | undefined> => {
  const began = performance.now();
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': name },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    const answer = await readAnswer(response);
    observe?.({ method: 'POST', path, ...answer, milliseconds: performance.now() - began });
    return answer;
  } catch {
    // The connection broke: before the call, in its middle, or after it was done. Nobody can tell.
    return undefined;
  }
};

/**
 * Calls until there is an answer that will not change, always with the same name: what a page does on a bad network.
 *
 * @returns nothing when the sender gave up first.
 */
export const callStubbornly = async (
  server: MovingServer,
  call: Attempted,
  { until, once = false, observe }: Patience,
): Promise<Outcome | undefined> => {
  const name = newAttempt();
  for (let tries = 1; !until.aborted; tries += 1) {
    const answer = await tryOnce(server, call, name, observe);
    if (answer !== undefined && !passing.has(answer.status)) return { ...answer, tries };
    if (once) return undefined;
    await wait(30);
  }
  return undefined;
};

/** Does the work for each item, so many at a time. */
export const eachOf = async <Item>(
  items: Iterable<Item>,
  atATime: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};
