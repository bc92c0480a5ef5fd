import type { Sample } from './metric.ts';

/** Counts by labels since the process began. */
export interface Counter<Labels extends Readonly<Record<string, string>>> {
  count(labels: Labels): void;
  samples(): Sample[];
}

/** Begins to count. */
export const createCounter = <Labels extends Readonly<Record<string, string>>>(): Counter<Labels> => {
  const counts = new Map<string, { readonly labels: Labels; value: number }>();
  return {
    count(labels) {
      const name = Object.values(labels).join(' ');
      const counted = counts.get(name) ?? { labels, value: 0 };
      counted.value += 1;
      counts.set(name, counted);
    },
    samples: () => [...counts.values()],
  };
};
