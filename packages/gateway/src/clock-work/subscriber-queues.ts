import type { PgBoss, QueueOptions } from 'pg-boss';
import { defaultRetries, type OutboxSubscriber } from './outbox-subscriber.ts';

const secondsInYear = 31_536_000;

/** The queue of a subscriber. */
export const queueOf = (subscriber: string): string => `outbox.${subscriber}`;

/** Where a subscriber's events lie that were tried too often. */
export const deadQueueOf = (subscriber: string): string => `outbox.${subscriber}.dead`;

/** Seconds that one attempt of a subscriber may take. */
export const patienceOf = ({ patience = 60 }: OutboxSubscriber): number => patience;

const optionsOf = (subscriber: OutboxSubscriber): QueueOptions => {
  const { limit, firstDelay, longestDelay } = { ...defaultRetries, ...subscriber.retries };
  return {
    retryLimit: limit,
    retryDelay: firstDelay,
    ...(firstDelay > 0 && { retryBackoff: true, retryDelayMax: Math.max(firstDelay, longestDelay) }),
    // A gateway that dies with a job in its hands: after this time another one takes it.
    expireInSeconds: Math.ceil(patienceOf(subscriber)) + 60,
    // Nothing that waits is ever thrown away for its age alone.
    retentionSeconds: secondsInYear,
  };
};

/**
 * Makes the queues of the subscribers, and brings those that are there to the present options. The policy holds a
 * report's later events back while an earlier one is being tried, and those of no other report.
 *
 * @throws Error when two subscribers have one name, or a name cannot be a queue's.
 */
export const openSubscriberQueues = async (queue: PgBoss, subscribers: readonly OutboxSubscriber[]): Promise<void> => {
  const names = new Set<string>();
  for (const subscriber of subscribers) {
    const { name } = subscriber;
    if (!/^[a-z0-9-]{1,40}$/.test(name))
      throw new Error(
        `lapor-gateway: \`${name}\` cannot name a subscriber. Use up to 40 lower-case letters, digits and dashes.`,
      );
    if (names.has(name))
      throw new Error(`lapor-gateway: two subscribers are named \`${name}\`. Give each its own name.`);
    names.add(name);
    const options = optionsOf(subscriber);
    await queue.createQueue(deadQueueOf(name), { retentionSeconds: secondsInYear });
    await queue.createQueue(queueOf(name), { ...options, policy: 'key_strict_fifo', deadLetter: deadQueueOf(name) });
    await queue.updateQueue(queueOf(name), options);
  }
};
