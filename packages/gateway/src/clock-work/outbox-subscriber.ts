import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';

/** One event on its way to a subscriber. */
export interface OutboxEvent {
  /** The same at every attempt, for whoever must not do a thing twice: the report's number, a dot, the event's. */
  readonly id: string;
  readonly reportId: string;
  readonly trackingId: string;
  readonly event: LifecycleEvent;
  /** How often it was tried before: 0 at first. */
  readonly attempt: number;
}

/** How a subscriber's failures are tried again, in real time whatever the gateway's clock says. */
export interface Retries {
  /** Attempts after the first, before an event is put aside as a dead letter. */
  readonly limit: number;
  /** Seconds before the second attempt; they double from then on. */
  readonly firstDelay: number;
  /** The longest that is ever waited, in seconds. */
  readonly longestDelay: number;
}

/** Tries for about a day and a half, at first within seconds and in the end every six hours. */
export const defaultRetries: Retries = Object.freeze({ limit: 16, firstDelay: 5, longestDelay: 21_600 });

/** Somebody who is told of every event, at least once and each report's in their order. */
export interface OutboxSubscriber {
  /** Names its queue: lower-case letters, digits and dashes. Whoever changes it begins anew. */
  readonly name: string;
  /**
   * Takes an event. What it throws is tried again, and holds back later events of the same report alone. The error's
   * message is kept with a dead letter, so nothing private may stand in it.
   *
   * @param signal aborted when it takes too long; then the attempt counts as failed.
   */
  handle(event: OutboxEvent, signal: AbortSignal): Promise<void>;
  /**
   * Whether anybody wants to hear of events now. Asked in the transaction that hands them on, so whoever begins to listen
   * misses nothing that happens afterwards; while nobody does, events cost it nothing.
   *
   * @default always
   * @internal
   */
  isWanted?(transaction: Queryable): Promise<boolean>;
  /**
   * Events that it is handed at the same time, each of another report. Taking them from the queue costs by the hand, not by
   * the event.
   *
   * @default 20
   */
  readonly atOnce?: number;
  /** @default {@link defaultRetries} */
  readonly retries?: Partial<Retries>;
  /**
   * Seconds that one attempt may take.
   *
   * @default 60
   */
  readonly patience?: number;
}
