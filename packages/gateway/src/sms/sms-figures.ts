import { createCounter } from '../journal/counter.ts';
import type { Metric } from '../journal/metric.ts';
import type { DeliveryState } from './delivery-receipt.ts';

/** What became of a message that came in. */
export type ReceivedKind =
  | 'message'
  | 'part'
  | 'repeated'
  | 'tooMany'
  | 'tooLong'
  | 'unreadable'
  | 'foreign'
  | 'postponed';

/** Figures of the SMS door. No number, text or address is in them. */
export interface SmsFigures {
  /** A short message was handed to the SMSC; `ok`, or the name of the status with which it refused. */
  submitted(result: string): void;
  /** The SMSC told what became of a message; `seconds` since it was sent, where that is known. */
  receipt(state: DeliveryState, seconds: number | undefined): void;
  received(kind: ReceivedKind): void;
  bound(isBound: boolean): void;
  metrics(): Metric[];
}

/** Upper bounds in seconds of the histogram of deliveries. */
const bounds = [5, 15, 60, 300, 3_600, 86_400];

/** Begins to count. */
export const createSmsFigures = (): SmsFigures => {
  const submitted = createCounter<{ result: string }>();
  const receipts = createCounter<{ state: string }>();
  const received = createCounter<{ kind: string }>();
  const deliveries: number[] = [];
  let sum = 0;
  let count = 0;
  let isBound = false;
  return {
    submitted: (result) => submitted.count({ result }),
    receipt(state, seconds) {
      receipts.count({ state });
      if (seconds === undefined || state !== 'delivered') return;
      count += 1;
      sum += seconds;
      for (const [index, bound] of bounds.entries())
        if (seconds <= bound) deliveries[index] = (deliveries[index] ?? 0) + 1;
    },
    received: (kind) => received.count({ kind }),
    bound: (now) => void (isBound = now),
    metrics: () => [
      {
        name: 'lapor_sms_bound',
        kind: 'gauge',
        help: 'Whether there is a line to the SMSC.',
        samples: [{ value: isBound ? 1 : 0 }],
      },
      {
        name: 'lapor_sms_submitted_total',
        kind: 'counter',
        help: 'Short messages handed to the SMSC, by what it answered.',
        samples: submitted.samples(),
      },
      {
        name: 'lapor_sms_receipts_total',
        kind: 'counter',
        help: 'Delivery receipts, by what became of the message.',
        samples: receipts.samples(),
      },
      {
        name: 'lapor_sms_received_total',
        kind: 'counter',
        help: 'Short messages that came in, by what they were.',
        samples: received.samples(),
      },
      {
        name: 'lapor_sms_delivery_seconds',
        kind: 'histogram',
        help: 'Time from sending a short message until the receipt that it was delivered.',
        samples: [
          ...[...bounds, Infinity].map((bound, index) => ({
            suffix: '_bucket' as const,
            labels: { le: bound === Infinity ? '+Inf' : String(bound) },
            value: bound === Infinity ? count : (deliveries[index] ?? 0),
          })),
          { suffix: '_sum', value: sum },
          { suffix: '_count', value: count },
        ],
      },
    ],
  };
};
