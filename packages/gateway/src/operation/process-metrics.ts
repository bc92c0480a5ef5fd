import { contractVersion } from '@lapor/schemas/contract';
import type { Metric } from '../journal/metric.ts';

/** What every Prometheus board expects of a process, under the names that it expects. */
export const processMetrics = (): Metric[] => {
  const { user, system } = process.cpuUsage();
  return [
    {
      name: 'lapor_build_info',
      kind: 'gauge',
      help: 'The version of the contract, as a label.',
      samples: [{ labels: { version: contractVersion }, value: 1 }],
    },
    {
      name: 'process_cpu_seconds_total',
      kind: 'counter',
      help: 'Processor time that was used.',
      samples: [{ value: (user + system) / 1e6 }],
    },
    {
      name: 'process_resident_memory_bytes',
      kind: 'gauge',
      help: 'Memory that is in use.',
      samples: [{ value: process.memoryUsage.rss() }],
    },
    {
      name: 'process_start_time_seconds',
      kind: 'gauge',
      help: 'When the process began, in seconds since 1970.',
      samples: [{ value: Math.round(performance.timeOrigin / 1000) }],
    },
  ];
};
