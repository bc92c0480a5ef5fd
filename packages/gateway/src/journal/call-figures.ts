import type { AnsweredCall } from './answered-call.ts';
import type { Metric, Sample } from './metric.ts';

/** Upper bounds in seconds of the histogram of durations. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The route under which calls count that meant no endpoint: paths that callers invent must not become labels. */
const noRoute = 'none';

/** Methods that count by their names; others are anybody's invention. */
const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

interface Durations {
  readonly labels: Readonly<Record<string, string>>;
  /** Calls by the first bound that they stayed within; the last place is for those that stayed within none. */
  readonly counts: number[];
  sum: number;
}

/** How many calls were answered, how, and in what time, since the process began. */
export interface CallFigures {
  count(call: Pick<AnsweredCall, 'method' | 'status' | 'milliseconds' | 'route'>): void;
  metrics(): Metric[];
}

const histogramOf = (all: Iterable<Durations>): Metric => {
  const samples = [...all].flatMap(({ labels, counts, sum }): Sample[] => {
    let total = 0;
    const buckets = counts.map((count, index): Sample => ({
      suffix: '_bucket',
      labels: { ...labels, le: String(bounds[index] ?? '+Inf') },
      value: (total += count),
    }));
    return [...buckets, { suffix: '_sum', labels, value: sum }, { suffix: '_count', labels, value: total }];
  });
  return {
    name: 'lapor_http_request_duration_seconds',
    kind: 'histogram',
    help: 'Time until a call was answered, by route.',
    samples,
  };
};

/** Begins to count. */
export const createCallFigures = (): CallFigures => {
  const answers = new Map<string, { readonly labels: Readonly<Record<string, string>>; value: number }>();
  const durations = new Map<string, Durations>();
  return {
    count({ method: asked, status, milliseconds, route = noRoute }) {
      const method = methods.has(asked) ? asked : 'other';
      const name = `${method} ${route}`;
      const answer = answers.get(`${name} ${status}`) ?? {
        labels: { method, route, status: String(status) },
        value: 0,
      };
      answer.value += 1;
      answers.set(`${name} ${status}`, answer);
      const duration = durations.get(name) ?? {
        labels: { method, route },
        counts: [...bounds, Infinity].map(() => 0),
        sum: 0,
      };
      const seconds = milliseconds / 1000;
      const found = bounds.findIndex((bound) => seconds <= bound);
      const place = found < 0 ? bounds.length : found;
      duration.counts[place] = (duration.counts[place] ?? 0) + 1;
      duration.sum += seconds;
      durations.set(name, duration);
    },
    metrics: () => [
      {
        name: 'lapor_http_requests_total',
        kind: 'counter',
        help: 'Calls that were answered, by route and status.',
        samples: [...answers.values()],
      },
      histogramOf(durations.values()),
    ],
  };
};
