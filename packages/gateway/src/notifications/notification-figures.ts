import type { Metric } from '../journal/metric.ts';

/** What is counted of messages to reporters since the process began. */
export interface NotificationFigures {
  count(channel: string, outcome: 'sent' | 'failed' | 'refused' | 'lapsed'): void;
  metrics(): Metric[];
}

/** Begins to count. */
export const createNotificationFigures = (): NotificationFigures => {
  const counts = new Map<string, { readonly channel: string; readonly outcome: string; value: number }>();
  return {
    count(channel, outcome) {
      const name = `${channel} ${outcome}`;
      const known = counts.get(name) ?? { channel, outcome, value: 0 };
      known.value += 1;
      counts.set(name, known);
    },
    metrics: () => [
      {
        name: 'lapor_notification_attempts_total',
        kind: 'counter',
        help: 'Attempts to send a message to a reporter, by how they ended: refused and lapsed were the last of their message.',
        samples: [...counts.values()].map(({ channel, outcome, value }) => ({ labels: { channel, outcome }, value })),
      },
    ],
  };
};
