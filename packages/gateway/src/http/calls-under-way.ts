import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Refusal } from '../refusal/refusal.ts';
import { answerProblem } from './answer-problem.ts';

/** The calls that are being answered: whoever closes has to let them come to their end first. */
export interface CallsUnderWay {
  /** Lets a call be answered. Once the end has begun it is refused instead, and told to come back. */
  answer(request: Request, work: () => Response | Promise<Response>): Promise<Response>;
  /**
   * Takes no further calls, and resolves when those under way are answered.
   *
   * @param patience milliseconds after which it resolves all the same: a call that hangs must not keep the process alive.
   */
  end(patience: number): Promise<void>;
}

/** Seconds after which whoever comes while the gateway closes may find it, or its successor, open. */
const retryAfter = 5;

/** Begins to keep count of calls. */
export const createCallsUnderWay = (): CallsUnderWay => {
  const underWay = new Set<Promise<unknown>>();
  let hasEnded = false;
  return {
    async answer(request, work) {
      if (hasEnded) return answerProblem(new Refusal('unavailable', {}, { retryAfter }), randomUUID(), request);
      const call = (async () => work())();
      underWay.add(call);
      try {
        return await call;
      } finally {
        underWay.delete(call);
      }
    },
    async end(patience) {
      hasEnded = true;
      const settled = new AbortController();
      const all = Promise.allSettled(underWay).finally(() => settled.abort());
      await Promise.race([all, wait(patience, undefined, { signal: settled.signal }).catch(() => {})]);
    },
  };
};
