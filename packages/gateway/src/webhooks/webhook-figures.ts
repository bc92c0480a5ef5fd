import type { Metric } from '../journal/metric.ts';
import type { Verdict } from './verdict.ts';

/** How many attempts were made, and how they ended, since the process began. */
export interface WebhookFigures {
  count(verdict: Pick<Verdict, 'state'>): void;
  metrics(): Metric[];
}

/** What an attempt's end is called: after one that failed there may be another, or not. */
const outcomes = { delivered: 'delivered', queued: 'failed', failed: 'givenUp' } as const;

/** Begins to count. */
export const createWebhookFigures = (): WebhookFigures => {
  const counts = { delivered: 0, failed: 0, givenUp: 0 };
  return {
    count({ state }) {
      counts[outcomes[state]] += 1;
    },
    metrics: () => [
      {
        name: 'lapor_webhook_attempts_total',
        kind: 'counter',
        help: 'Attempts to deliver a webhook, by how they ended: givenUp was the last one of its delivery.',
        samples: Object.entries(counts).map(([outcome, value]) => ({ labels: { outcome }, value })),
      },
    ],
  };
};
