import type { PgBoss } from 'pg-boss';
import type { Transactor } from '../database/database.ts';
import { openJobQueue } from './job-queue.ts';
import type { OutboxSubscriber } from './outbox-subscriber.ts';
import { openSubscriberQueues } from './subscriber-queues.ts';

/** The job queue of one gateway: opened when it is first needed, and one for all who need it. */
export interface SharedQueue {
  get(): Promise<PgBoss>;
  /** Finishes what it has begun. Whoever needs it afterwards opens it anew. */
  close(): Promise<void>;
}

/** Milliseconds that work which has begun may take to end. */
const graceful = { timeout: 60_000 } as const;

/** Makes the shared queue, with the queues of the subscribers in it. Nothing is opened yet. */
export const createSharedQueue = (
  database: Transactor,
  subscribers: readonly OutboxSubscriber[],
  onError: (error: unknown) => void,
): SharedQueue => {
  const open = async (): Promise<PgBoss> => {
    const queue = await openJobQueue(database, onError);
    try {
      await openSubscriberQueues(queue, subscribers);
      return queue;
    } catch (error) {
      await queue.stop();
      throw error;
    }
  };
  let opening: Promise<PgBoss> | undefined;
  return {
    get() {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    async close() {
      const queue = await opening?.catch(() => undefined);
      opening = undefined;
      await queue?.stop(graceful);
    },
  };
};
