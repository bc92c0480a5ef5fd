import { setTimeout as wait } from 'node:timers/promises';
import { newAttempt, testKeys } from '../test-gateway.test.support.ts';

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
export interface Outcome {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into bodies of every kind; the schemas are checked where that is the point
  readonly body: any;
  readonly tries: number;
}

/** Answers after which a sender tries again: the attempt is under way, too many calls, or the gateway is away. */
const passing: ReadonlySet<number> = new Set([409, 429, 502, 503, 504]);

const once = async (
  { url }: MovingServer,
  { path, key = testKeys.site, body }: Attempted,
  name: string,
): Promise<Omit<Outcome, 'tries'> | undefined> => {
  try {
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'idempotency-key': name },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    // The connection broke: before the call, in its middle, or after it was done. Nobody can tell.
    return undefined;
  }
};

/**
 * Calls until there is an answer that will not change, always with the same name: what a page does on a bad network.
 *
 * @param patience how often it is tried at most; an impatient sender (1) never learns what became of it.
 */
export const callStubbornly = async (
  server: MovingServer,
  call: Attempted,
  patience = 2_000,
): Promise<Outcome | undefined> => {
  const name = newAttempt();
  for (let tries = 1; tries <= patience; tries += 1) {
    const answer = await once(server, call, name);
    if (answer !== undefined && !passing.has(answer.status)) return { ...answer, tries };
    await wait(30);
  }
  return undefined;
};

/** Does the work for each item, so many at a time. */
export const eachOf = async <Item>(
  items: readonly Item[],
  atATime: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
};
