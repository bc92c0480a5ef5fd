import { call, type Connection, createIdempotencyKey } from '@lapor/client';
import type { SuggestionRequest, Suggestions, TrackingId } from '@lapor/schemas';
import { suggest, supportReport } from '@lapor/schemas/contract';

/** What is asked while somebody writes. */
export interface AdviceLink {
  /** What the gateway can say to a draft. Asked once: whoever goes on writing is about to ask again. */
  advice(draft: SuggestionRequest, signal: AbortSignal): Promise<Suggestions>;
  /** Says that a report of somebody else concerns the reader too. */
  support(trackingId: TrackingId): Promise<void>;
}

/** Makes it over a connection that is there. */
export const createAdviceLink = (connection: Connection): AdviceLink => {
  /** One name for each report, so that a second press counts no second time. */
  const attempts = new Map<string, string>();
  return {
    advice: async (body, signal) => (await call(connection, suggest, { body, signal, timeout: 8000, retries: 0 })).body,
    async support(trackingId) {
      const idempotencyKey = attempts.get(trackingId) ?? createIdempotencyKey();
      attempts.set(trackingId, idempotencyKey);
      await call(connection, supportReport, { parameters: { trackingId }, idempotencyKey, retries: 1 });
    },
  };
};
