import { createCounter } from '../journal/counter.ts';
import type { Metric } from '../journal/metric.ts';

/** What is counted of messages to reporters since the process began. */
export interface NotificationFigures {
  count(channel: string, outcome: 'sent' | 'failed' | 'refused' | 'lapsed'): void;
  metrics(): Metric[];
}

/** Begins to count. */
export const createNotificationFigures = (): NotificationFigures => {
  const attempts = createCounter<{ channel: string; outcome: string }>();
  return {
    count: (channel, outcome) => attempts.count({ channel, outcome }),
    metrics: () => [
      {
        name: 'lapor_notification_attempts_total',
        kind: 'counter',
        help: 'Attempts to send a message to a reporter, by how they ended: refused and lapsed were the last of their message.',
        samples: attempts.samples(),
      },
    ],
  };
};
