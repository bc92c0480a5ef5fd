import type { Metric } from '../journal/metric.ts';
import type { Finding, Outcome, Polled } from './connector.ts';

/** What was done, and what came of it. */
type Call =
  | { readonly call: 'step' | 'message'; readonly result: Outcome['result'] }
  | { readonly call: 'look'; readonly result: Finding['result'] }
  | { readonly call: 'poll'; readonly result: Polled['result'] };

/** Calls to other systems since the process began, and which of those systems are left alone now. */
export interface ForwardingFigures {
  count(connector: string, what: Call): void;
  /** Something of ours that has no name there: `category:lampu-jalan`, say. */
  countUnmapped(connector: string, what: string): void;
  metrics(): Metric[];
}

/** Begins to count. @param openCircuits which systems are left alone. */
export const createForwardingFigures = (openCircuits: () => ReadonlyMap<string, boolean>): ForwardingFigures => {
  const counts = new Map<string, { readonly labels: Record<string, string>; value: number }>();
  const unmapped = new Map<string, { readonly labels: Record<string, string>; value: number }>();
  return {
    count(connector, { call, result }) {
      const name = `${connector} ${call} ${result}`;
      const counted = counts.get(name) ?? { labels: { connector, call, result }, value: 0 };
      counted.value += 1;
      counts.set(name, counted);
    },
    countUnmapped(connector, what) {
      const name = `${connector} ${what}`;
      const counted = unmapped.get(name) ?? { labels: { connector, what }, value: 0 };
      counted.value += 1;
      unmapped.set(name, counted);
    },
    metrics: () => [
      {
        name: 'lapor_forwarding_calls_total',
        kind: 'counter',
        help: 'Calls to other systems by connector, by what was asked, and by what came of it.',
        samples: [...counts.values()],
      },
      {
        name: 'lapor_forwarding_unmapped_total',
        help: 'Reports that went on with a stand-in, by what of ours has no id in the settings of the other system.',
        kind: 'counter',
        samples: [...unmapped.values()],
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
