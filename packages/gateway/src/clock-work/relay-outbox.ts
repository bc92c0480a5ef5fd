import type { PgBoss } from 'pg-boss';
import type { Queryable, Transactor } from '../database/database.ts';
import { type Rest, withoutRest } from './rest.ts';
import type { OutboxSubscriber } from './outbox-subscriber.ts';
import { queueOf } from './subscriber-queues.ts';

/** What a job says: which event. What happened is read when it is needed. */
export interface EventJob {
  readonly reportId: string;
  readonly sequence: number;
}

interface OutboxRow {
  id: string;
  report_id: string;
  sequence: number;
}

/** Any number that no other program is likely to lock: one relay at a time keeps each report's events in their order. */
const lock = 717_081_710;

/** Rows that are handed on in one transaction. */
const atOnce = 500;

const takeRows = `delete from outbox where id in (select id from outbox order by id limit ${atOnce} for update skip locked) returning id, report_id, sequence`;

/** Jobs of one queue are taken in the order of their creation, and of those created together in the order of their ids. */
const jobId = (outboxId: string): string =>
  `00000000-0000-4000-8000-${BigInt(outboxId).toString(16).padStart(12, '0')}`;

const takeAndQueue = async (
  transaction: Queryable,
  queue: PgBoss | undefined,
  subscribers: readonly OutboxSubscriber[],
): Promise<number> => {
  const [attempt] = await transaction.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1) as locked', [
    lock,
  ]);
  if (!attempt?.locked) return 0;
  const rows = await transaction.query<OutboxRow>(takeRows, []);
  if (rows.length === 0 || queue === undefined) return rows.length;
  const jobs = rows.map(({ id, report_id, sequence }) => ({
    id: jobId(id),
    singletonKey: report_id,
    data: { reportId: report_id, sequence } satisfies EventJob,
  }));
  for (const subscriber of subscribers) {
    if ((await subscriber.isWanted?.(transaction)) !== false) await queue.insert(queueOf(subscriber.name), jobs);
  }
  return rows.length;
};

/**
 * Hands every row of the outbox on to each subscriber's own queue. Row and jobs change hands in one transaction, so none
 * is lost and none is doubled, whenever the gateway dies.
 *
 * @param queue may be left out when there are no subscribers: the rows have done their duty.
 * @returns how many rows were handed on.
 */
export const relayOutbox = async (
  database: Transactor,
  queue: PgBoss | undefined,
  subscribers: readonly OutboxSubscriber[],
  signal: AbortSignal,
  rest: Rest = withoutRest,
): Promise<number> => {
  let count = 0;
  while (!signal.aborted) {
    const began = performance.now();
    const moved = await database.transaction((transaction) => takeAndQueue(transaction, queue, subscribers));
    count += moved;
    if (moved < atOnce) break;
    await rest(performance.now() - began, signal);
  }
  return count;
};
