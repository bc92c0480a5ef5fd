import type { PgBoss } from 'pg-boss';

/** Work that is to be done every so often by one of the replicas. */
export interface Periodical {
  readonly name: string;
  /** When, as cron writes it, in real time. */
  readonly cron: string;
  work(): Promise<void>;
}

const queueOf = ({ name }: Periodical): string => `clock.${name}`;

/** Seconds between two looks whether a job has come. */
const polling = 5;

/**
 * Lets the job queue send each work its jobs, and works on them from now on. The first job is sent at once, since there
 * may be much to do after a pause.
 */
export const runPeriodically = async (
  queue: PgBoss,
  works: readonly Periodical[],
  onError: (error: unknown) => void,
): Promise<void> => {
  for (const each of works) {
    const name = queueOf(each);
    // One job waits at most. One that a dead gateway still holds keeps nobody from the next: the work bears company.
    await queue.createQueue(name, {
      policy: 'short',
      retryLimit: 0,
      expireInSeconds: 900,
      retentionSeconds: 900,
      deleteAfterSeconds: 3_600,
    });
    await queue.schedule(name, each.cron);
    await queue.send(name);
    await queue.work(name, { pollingIntervalSeconds: polling }, async () => {
      try {
        await each.work();
      } catch (error) {
        onError(error);
        throw error;
      }
    });
  }
};
