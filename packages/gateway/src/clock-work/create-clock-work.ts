import type { Instant } from '@lapor/schemas';
import type { PgBoss } from 'pg-boss';
import type { Engine } from '../engine/engine.ts';
import { refreshFigures } from '../statistics/refresh-figures.ts';
import { applyPolicy } from './apply-policy.ts';
import { carryAll, type Courier } from './courier.ts';
import { type DeadLetter, listDeadLetters, replayDeadLetters } from './dead-letters.ts';
import { deliverEvents, releaseDeadLetters } from './deliver-events.ts';
import { lookAfterDueReports } from './look-after-due-reports.ts';
import type { OutboxSubscriber } from './outbox-subscriber.ts';
import { type Periodical, runPeriodically } from './periodical-work.ts';
import { relayOutbox } from './relay-outbox.ts';
import { restFromCarrying, restFromHandingOn } from './rest.ts';
import { repeatedly, type Repetition } from './repeatedly.ts';
import { createSharedQueue } from './shared-queue.ts';
import { type Tidied, tidy } from './tidy.ts';

/** What the clock work can be told besides the engine that it works on. */
export interface ClockWorkOptions {
  /**
   * Who is told of every event. All replicas must be given the same.
   *
   * @default []
   */
  readonly subscribers?: readonly OutboxSubscriber[];
  /**
   * Who carries what subscribers have put into rows of their own.
   *
   * @default []
   */
  readonly couriers?: readonly Courier[];
  /**
   * Is told of work that failed. It is tried again by itself.
   *
   * @default a warning of the process
   */
  readonly onError?: (error: unknown) => void;
  /**
   * Milliseconds between two looks at the outbox.
   *
   * @default 1000
   */
  readonly pause?: number;
}

/** What was done in one run. */
export interface DueWork extends Tidied {
  /** Reports that were looked after. */
  readonly reports: number;
  /** Events that subscribers took. */
  readonly delivered: number;
}

/** Everything that a gateway does without being called. Any number of replicas share it. */
export interface ClockWork {
  /** Begins to work by itself, until it is stopped. */
  start(): Promise<void>;
  /** Finishes what has begun, begins nothing more, and can be started again. */
  stop(): Promise<void>;
  /** Does at once everything that is due at a moment. */
  runDue(now: Instant): Promise<DueWork>;
  /** Events that a subscriber could not be given. */
  deadLetters(): Promise<DeadLetter[]>;
  /** Puts a subscriber's dead letters back into its queue, all or those named, and tells how many. */
  replay(subscriber: string, ids?: readonly string[]): Promise<number>;
}

/** The job queue tells some of its errors as plain objects. */
const warn = (error: unknown): void => {
  const { message = String(error) } = (error ?? {}) as { readonly message?: string };
  process.emitWarning(error instanceof Error ? error : message, { code: 'LAPOR_CLOCK_WORK' });
};

/** Makes the clock work of a gateway. It does nothing until it is started or run. */
export const createClockWork = (
  engine: Engine,
  { subscribers = [], couriers = [], onError = warn, pause = 1_000 }: ClockWorkOptions = {},
): ClockWork => {
  const { clock } = engine;
  // Whatever of this a crash makes the database forget is done again.
  const database = engine.database.repeatable;
  const shared = createSharedQueue(database, subscribers, onError);
  let stopping = new AbortController();
  let repetitions: Repetition[] = [];

  const now = async (): Promise<Instant> => {
    await clock.refresh?.();
    return clock.now();
  };
  const lookAfter = (at: Instant): Promise<number> =>
    lookAfterDueReports(engine, at, { onError, signal: stopping.signal });

  const deliver = async (): Promise<number> => {
    const queue = subscribers.length === 0 ? undefined : await shared.get();
    await relayOutbox(database, queue, subscribers, stopping.signal);
    if (queue === undefined) return 0;
    const taken = await Promise.all(
      subscribers.map((subscriber) => deliverEvents(database, queue, subscriber, stopping.signal)),
    );
    return taken.reduce((sum, count) => sum + count, 0);
  };

  /** Each subscriber in its own time: one that is slow keeps nobody else waiting. */
  const deliverRepeatedly = (queue: PgBoss): Repetition[] => {
    const carriages = couriers.map((courier) =>
      repeatedly(() => courier.beginDue(stopping.signal, restFromCarrying), pause, onError),
    );
    const deliveries = subscribers.map((subscriber) =>
      repeatedly(
        async () => {
          const taken = await deliverEvents(database, queue, subscriber, stopping.signal, restFromHandingOn);
          if (taken > 0) for (const carriage of carriages) carriage.wake();
        },
        2 * pause,
        onError,
      ),
    );
    const relay = repeatedly(
      async () => {
        const moved = await relayOutbox(database, queue, subscribers, stopping.signal, restFromHandingOn);
        if (moved > 0) for (const delivery of deliveries) delivery.wake();
      },
      pause,
      onError,
    );
    return [relay, ...deliveries, ...carriages];
  };

  const periodicals = (queue: PgBoss): Periodical[] => [
    {
      name: 'reports',
      cron: '* * * * *',
      async work() {
        const at = await now();
        await applyPolicy(engine, at);
        await lookAfter(at);
        for (const subscriber of subscribers) await releaseDeadLetters(queue, subscriber);
      },
    },
    {
      name: 'tidying',
      cron: '*/5 * * * *',
      async work() {
        await tidy(engine, await now());
        for (const courier of couriers) await courier.tidy?.(await now());
        // Whoever asks for figures brings them up to date; doing so now and then leaves little to be waited for.
        await refreshFigures(engine);
      },
    },
  ];

  return {
    async start() {
      if (repetitions.length > 0) return;
      const queue = await shared.get();
      await runPeriodically(queue, periodicals(queue), onError);
      repetitions = deliverRepeatedly(queue);
    },
    async stop() {
      stopping.abort();
      await Promise.all(repetitions.map((repetition) => repetition.stop()));
      repetitions = [];
      await Promise.all(couriers.map((courier) => courier.settled()));
      await shared.close();
      stopping = new AbortController();
    },
    async runDue(at) {
      const before = await deliver();
      const reports = await lookAfter(at);
      const after = await deliver();
      await Promise.all(couriers.map((courier) => carryAll(courier, stopping.signal)));
      for (const courier of couriers) await courier.tidy?.(at);
      return { reports, delivered: before + after, ...(await tidy(engine, at)) };
    },
    async deadLetters() {
      return listDeadLetters(database, await shared.get(), subscribers);
    },
    async replay(subscriber, ids) {
      return replayDeadLetters(await shared.get(), subscriber, ids);
    },
  };
};
