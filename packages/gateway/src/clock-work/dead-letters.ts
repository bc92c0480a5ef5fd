import type { PgBoss } from 'pg-boss';
import type { Transactor } from '../database/database.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { OutboxSubscriber } from './outbox-subscriber.ts';
import type { EventJob } from './relay-outbox.ts';
import { deadQueueOf } from './subscriber-queues.ts';

/** An event that a subscriber could not be given, however often it was tried. */
export interface DeadLetter {
  readonly id: string;
  readonly subscriber: string;
  readonly trackingId: string;
  readonly sequence: number;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly reason: string;
  /** When it was put aside, in real time. */
  readonly at: string;
}

/** Every dead letter, the oldest first. */
export const listDeadLetters = async (
  database: Transactor,
  queue: PgBoss,
  subscribers: readonly OutboxSubscriber[],
): Promise<DeadLetter[]> => {
  const letters: (Omit<DeadLetter, 'trackingId'> & { readonly reportId: string })[] = [];
  for (const { name } of subscribers) {
    for (const job of await queue.findJobs<EventJob>(deadQueueOf(name), { queued: true })) {
      const { message } = (job.sourceOutput ?? {}) as { message?: string };
      letters.push({
        id: job.id,
        subscriber: name,
        ...job.data,
        attempts: (job.sourceRetryCount ?? 0) + 1,
        reason: message ?? '',
        at: instantOf(job.createdOn),
      });
    }
  }
  const rows = await database.query<{ id: string; tracking_id: string }>(
    'select id, tracking_id from report where id = any($1::bigint[])',
    [letters.map(({ reportId }) => reportId)],
  );
  const numbers = new Map(rows.map((row) => [row.id, row.tracking_id]));
  return letters
    .map(({ reportId, ...letter }) => ({ ...letter, trackingId: numbers.get(reportId) ?? '' }))
    .sort((one, other) => one.at.localeCompare(other.at));
};

/**
 * Puts a subscriber's dead letters back into its queue: all of them, or those named.
 *
 * @returns how many will be tried again.
 */
export const replayDeadLetters = async (
  queue: PgBoss,
  subscriber: string,
  ids?: readonly string[],
): Promise<number> => {
  let count = 0;
  for (;;) {
    const moved = await queue.redrive(deadQueueOf(subscriber), ids && { ids: [...ids] });
    count += moved;
    if (moved === 0) return count;
  }
};
