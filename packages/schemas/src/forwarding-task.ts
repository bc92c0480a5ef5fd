import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';
import { TrackingId } from './tracking-id.ts';

/** Something that another system has to hear: a report, or what its reporter says about it. */
export const ForwardingTask = z.object({
  id: Identifier,
  trackingId: TrackingId,
  /** The connector that carries it: `sp4n`, `open311`, or one that a newer gateway knows. */
  connector: z.string(),
  /** What is brought there; `check`: whether what was brought stands there once. An open set. */
  kind: openSet(z.enum(['report', 'reply', 'rating', 'dispute', 'withdrawal', 'return', 'check'])),
  /** `failed`: put aside, and a person is asked. An open set. */
  state: openSet(z.enum(['queued', 'done', 'failed'])),
  /** The step of the connector with which it goes on. */
  step: z.optional(z.string()),
  attempts: z.int().check(z.minimum(0)),
  /** Why the last attempt failed. Nothing of a person stands in it. */
  lastError: z.optional(z.string()),
  /** Whether it may have arrived: a call was made, and nobody knows what came of it. Of a `check` it is known: it did. */
  mayHaveArrived: z.boolean(),
  createdAt: Instant,
  /** Only while it is queued. */
  nextAttemptAt: z.optional(Instant),
});
/** What {@link ForwardingTask} parses to. */
export type ForwardingTask = z.infer<typeof ForwardingTask>;

/** A setting of the gateway that names what another system does not know, or not any more. */
export const ForwardingSetting = z.object({
  connector: z.string(),
  /** Which setting: `sp4n.categories.lampu-jalan`. */
  setting: z.string(),
  /** What is wrong and what to do, in English, for whoever runs the gateway. */
  problem: z.string(),
  /** When it was found first. */
  since: Instant,
});
/** What {@link ForwardingSetting} parses to. */
export type ForwardingSetting = z.infer<typeof ForwardingSetting>;

/** How something that was put aside is to be tried again. */
export const ForwardingRetry = z.strictObject({
  /** Somebody has looked in the other system: it is not there. Without this the gateway looks itself, where it can. */
  absent: z.optional(z.boolean()),
});
/** What {@link ForwardingRetry} parses to. */
export type ForwardingRetry = z.infer<typeof ForwardingRetry>;

/** That something which was put aside did arrive, as somebody has seen in the other system. */
export const ForwardingResolution = z.strictObject({
  /** The report's number there; of those that a `check` found, the one that counts. */
  upstreamId: z.string().check(z.regex(/^[A-Za-z0-9_.-]{1,100}$/)),
});
/** What {@link ForwardingResolution} parses to. */
export type ForwardingResolution = z.infer<typeof ForwardingResolution>;
