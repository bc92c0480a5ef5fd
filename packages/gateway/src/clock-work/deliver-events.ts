import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Job, PgBoss } from 'pg-boss';
import type { Transactor } from '../database/database.ts';
import type { OutboxEvent, OutboxSubscriber } from './outbox-subscriber.ts';
import type { EventJob } from './relay-outbox.ts';
import { type Rest, withoutRest } from './rest.ts';
import { patienceOf, queueOf } from './subscriber-queues.ts';

/** Events that are handed over at the same time, unless the subscriber takes more: each of another report. */
const defaultAtOnce = 20;

interface EventRow {
  report_id: string;
  sequence: number;
  tracking_id: string;
  event: LifecycleEvent;
}

const nameOf = ({ reportId, sequence }: EventJob): string => `${reportId}.${sequence}`;

const readEvents = async (database: Transactor, jobs: readonly Job<EventJob>[]): Promise<Map<string, EventRow>> => {
  const rows = await database.query<EventRow>(
    `select report_event.report_id, report_event.sequence, tracking_id, event
     from unnest($1::bigint[], $2::integer[]) as wanted (report_id, sequence)
     join report_event using (report_id, sequence) join report on report.id = report_event.report_id`,
    [jobs.map(({ data }) => data.reportId), jobs.map(({ data }) => data.sequence)],
  );
  return new Map(rows.map((row) => [nameOf({ reportId: row.report_id, sequence: row.sequence }), row]));
};

/** A subscriber that neither answers nor gives up counts as failed, so that its queue goes on. */
const withinPatience = async (subscriber: OutboxSubscriber, event: OutboxEvent): Promise<void> => {
  const signal = AbortSignal.timeout(patienceOf(subscriber) * 1000);
  const tooLong = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error(`no answer within ${patienceOf(subscriber)} seconds`))),
  );
  await Promise.race([subscriber.handle(event, signal), tooLong]);
};

/** What became of one attempt. */
interface Outcome {
  readonly job: Job<EventJob>;
  readonly error?: unknown;
}

const handOver = async (
  subscriber: OutboxSubscriber,
  job: Job<EventJob>,
  row: EventRow | undefined,
): Promise<Outcome> => {
  // The report was deleted: nobody can be told of it any more.
  if (row === undefined) return { job };
  const { report_id: reportId, tracking_id: trackingId, sequence, event } = row;
  try {
    await withinPatience(subscriber, {
      id: `${trackingId}.${sequence}`,
      reportId,
      trackingId,
      event,
      attempt: job.retryCount,
    });
    return { job };
  } catch (error) {
    return { job, error: error ?? new Error('unknown') };
  }
};

/** As much of an error as helps an operator, and no more. */
const reasonOf = (error: unknown): { message: string } => ({
  message: (error instanceof Error ? error.message : 'unknown').slice(0, 500),
});

/**
 * Hands a subscriber what waits in its queue, until nothing does. What it takes is gone from the queue; what fails
 * waits for its next attempt, or is put aside as a dead letter after the last.
 *
 * @returns how many events it took.
 */
export const deliverEvents = async (
  database: Transactor,
  queue: PgBoss,
  subscriber: OutboxSubscriber,
  signal: AbortSignal,
  rest: Rest = withoutRest,
): Promise<number> => {
  const name = queueOf(subscriber.name);
  let taken = 0;
  while (!signal.aborted) {
    const began = performance.now();
    const jobs = await queue.fetch<EventJob>(name, { batchSize: subscriber.atOnce ?? defaultAtOnce });
    if (jobs.length === 0) break;
    const events = await readEvents(database, jobs);
    const read = performance.now();
    const outcomes = await Promise.all(jobs.map((job) => handOver(subscriber, job, events.get(nameOf(job.data)))));
    const handed = performance.now();
    const done = outcomes.filter(({ error }) => error === undefined).map(({ job }) => job);
    if (done.length > 0) await queue.deleteJob(name, done);
    for (const { job, error } of outcomes) if (error !== undefined) await queue.fail(name, job, reasonOf(error));
    if (done.length < jobs.length) await releaseDeadLetters(queue, subscriber);
    taken += done.length;
    // How long a subscriber took is its own affair.
    await rest(performance.now() - handed + read - began, signal);
  }
  return taken;
};

/** What failed for the last time lies in the dead letters; its remains in the queue must not hold back what comes after. */
export const releaseDeadLetters = (queue: PgBoss, subscriber: OutboxSubscriber): Promise<void> =>
  queue.deleteStoredJobs(queueOf(subscriber.name));
