import { createCounter } from '../journal/counter.ts';
import type { Metric } from '../journal/metric.ts';
import type { Copies, Finding, Outcome, Polled } from './connector.ts';

/** What was done, and what came of it. */
type Call =
  | { readonly call: 'step' | 'message'; readonly result: Outcome['result'] }
  | { readonly call: 'look'; readonly result: Finding['result'] }
  | { readonly call: 'check'; readonly result: 'once' | 'several' | 'absent' | Exclude<Copies['result'], 'counted'> }
  | { readonly call: 'poll'; readonly result: Polled['result'] };

/** Calls to other systems since the process began, and which of those systems are left alone now. */
export interface ForwardingFigures {
  count(connector: string, what: Call): void;
  /** Something of ours that has no name there: `category:lampu-jalan`, say. */
  countUnmapped(connector: string, what: string): void;
  /** How many settings name what is not there, as the last comparison found. */
  countStrangers(connector: string, count: number): void;
  metrics(): Metric[];
}

/** Begins to count. @param openCircuits which systems are left alone. */
export const createForwardingFigures = (openCircuits: () => ReadonlyMap<string, boolean>): ForwardingFigures => {
  const calls = createCounter<{ connector: string; call: string; result: string }>();
  const unmapped = createCounter<{ connector: string; what: string }>();
  const strangers = new Map<string, number>();
  return {
    countStrangers: (connector, count) => void strangers.set(connector, count),
    count: (connector, { call, result }) => calls.count({ connector, call, result }),
    countUnmapped: (connector, what) => unmapped.count({ connector, what }),
    metrics: () => [
      {
        name: 'lapor_forwarding_calls_total',
        kind: 'counter',
        help: 'Calls to other systems by connector, by what was asked, and by what came of it.',
        samples: calls.samples(),
      },
      {
        name: 'lapor_forwarding_unmapped_total',
        help: 'Reports that went on with a stand-in, by what of ours has no id in the settings of the other system.',
        kind: 'counter',
        samples: unmapped.samples(),
      },
      {
        name: 'lapor_forwarding_settings_unknown',
        kind: 'gauge',
        help: 'Settings that name what the other system does not know, as this process found when it last compared them.',
        samples: [...strangers].map(([connector, value]) => ({ labels: { connector }, value })),
      },
      {
        name: 'lapor_forwarding_circuit_open',
        kind: 'gauge',
        help: '1 while another system is away and left alone. Reports for it are kept and wait.',
        samples: [...openCircuits()].map(([connector, isOpen]) => ({ labels: { connector }, value: isOpen ? 1 : 0 })),
      },
    ],
  };
};
