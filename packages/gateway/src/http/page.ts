import type { createRateLimiter } from './limit-rate.ts';
import type { Arrival } from './serve-endpoint.ts';

/** Counts a call, and throws when it is one too many. */
export type LimitRate = ReturnType<typeof createRateLimiter>;

/**
 * What the gateway serves beside the contract, for people without script and for programs that speak another protocol: its
 * address, and what answers there. Whoever wants to know every door of the gateway finds these in the list that `createApp`
 * is given, beside the endpoint table.
 */
export interface Page {
  /** What it is called in the log and in the figures. */
  readonly name: string;
  readonly methods: readonly ('GET' | 'POST')[];
  /** With parameters in braces, as in the endpoint table. */
  readonly path: `/${string}`;
  /** Answers a request. It refuses nothing by throwing: people are told on a page, programs in the words of their protocol. */
  answer(arrival: Arrival, limitRate: LimitRate): Promise<Response>;
}
