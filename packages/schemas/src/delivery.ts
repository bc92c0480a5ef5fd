import * as z from 'zod/mini';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';

/**
 * How far a report has come on its way to an upstream system. A report that is handled at the gateway's own desk has no delivery.
 *
 * `failed` means that the gateway has given up trying by itself and an operator is asked; the report is still safe.
 */
export const Delivery = z.object({
  /** Where it is on that way. An open set. */
  state: openSet(z.enum(['queued', 'delivered', 'failed'])),
  /** The connector that carries it: `sp4n`, `open311`, or one that a newer gateway knows. */
  connector: z.string(),
  /** The upstream's own number, once there is one. */
  upstreamId: z.optional(z.string()),
  /** When the state was entered. */
  at: Instant,
});
/** What {@link Delivery} parses to. */
export type Delivery = z.infer<typeof Delivery>;
