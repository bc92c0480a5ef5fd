import { cached } from '../cache/cached.ts';
import type { Engine } from '../engine/engine.ts';
import type { Metric } from '../journal/metric.ts';

/** How far the outbox is counted: beyond that, how much more it is makes no difference. */
const countedRows = 10_000;

/** Read from the index of deadlines, which holds only reports that have one. */
const deadlines = `select count(*)::integer as running, count(*) filter (where next_due_at < $1)::integer as missed from report where next_due_at is not null`;

const outbox = `select count(*)::integer as waiting from (select 1 from outbox limit ${countedRows}) as counted`;

/** Both are read from indexes that hold only such rows. */
const deliveries = `
select 'waiting' as state, count(*)::integer as count from (select 1 from webhook_delivery where state = 'queued' limit ${countedRows}) as counted
union all
select 'givenUp', count(*)::integer from (select 1 from webhook_delivery where state = 'failed' limit ${countedRows}) as counted`;

/** Messages to reporters: those that went out are counted by the process that sent them. */
const messages = `
select channel, state, count(*)::integer as count from (
  select channel, state from notification where state <> 'sent' limit ${countedRows}
) as counted group by channel, state order by channel, state`;

/** Who keeps the jobs keeps their numbers too, so that nobody has to count. */
const jobs = `select name, queued_count as waiting, active_count as active from pgboss.queue order by name`;

interface JobRow {
  name: string;
  waiting: number;
  active: number;
}

/** The job queue's tables are made when the clock work first starts. */
const readJobs = async ({ database }: Engine): Promise<JobRow[]> => {
  const [row] = await database.query<{ known: boolean }>(`select to_regclass('pgboss.queue') is not null as known`, []);
  return row?.known ? database.query<JobRow>(jobs, []) : [];
};

const read = async (engine: Engine): Promise<Metric[]> => {
  const { database, clock } = engine;
  const [due] = await database.query<{ running: number; missed: number }>(deadlines, [clock.now()]);
  const [out] = await database.query<{ waiting: number }>(outbox, []);
  const webhooks = await database.query<{ state: string; count: number }>(deliveries, []);
  const news = await database.query<{ channel: string; state: string; count: number }>(messages, []);
  const queues = await readJobs(engine);
  const jobSamples = queues.flatMap(({ name, waiting, active }) => [
    { labels: { queue: name, state: 'waiting' }, value: waiting },
    { labels: { queue: name, state: 'active' }, value: active },
  ]);
  return [
    {
      name: 'lapor_database_up',
      kind: 'gauge',
      help: 'Whether the database answers.',
      samples: [{ labels: { engine: database.engine }, value: 1 }],
    },
    {
      name: 'lapor_deadlines_running',
      kind: 'gauge',
      help: 'Reports with a deadline.',
      samples: [{ value: due?.running ?? 0 }],
    },
    {
      name: 'lapor_deadlines_missed',
      kind: 'gauge',
      help: 'Reports whose next deadline has passed.',
      samples: [{ value: due?.missed ?? 0 }],
    },
    {
      name: 'lapor_outbox_waiting',
      kind: 'gauge',
      help: `Events that were not handed on yet, counted up to ${countedRows}.`,
      samples: [{ value: out?.waiting ?? 0 }],
    },
    {
      name: 'lapor_webhook_deliveries',
      kind: 'gauge',
      help: `Deliveries that wait for an attempt, and those that were given up and are still kept, each counted up to ${countedRows}.`,
      samples: webhooks.map(({ state, count }) => ({ labels: { state }, value: count })),
    },
    {
      name: 'lapor_notifications',
      kind: 'gauge',
      help: `Messages to reporters that wait (queued), that the other side refused for good (refused), and that nobody wanted any more or that came too late (lapsed), counted up to ${countedRows}.`,
      samples: news.map(({ channel, state, count }) => ({ labels: { channel, state }, value: count })),
    },
    {
      name: 'lapor_jobs',
      kind: 'gauge',
      help: 'Jobs by queue, as the job queue last counted them. Queues that end with .dead hold dead letters.',
      samples: jobSamples,
    },
  ];
};

/** Milliseconds that the figures are kept: whoever asks more often costs the database nothing. */
const maxAge = 15_000;

/** Makes the question for the database's figures. A database that is away is a figure too. */
export const createDatabaseMetrics = (engine: Engine): (() => Promise<Metric[]>) => {
  const kept = cached(() => read(engine), maxAge);
  return () =>
    kept.get().catch(() => [
      {
        name: 'lapor_database_up',
        kind: 'gauge',
        help: 'Whether the database answers.',
        samples: [{ labels: { engine: engine.database.engine }, value: 0 }],
      },
    ]);
};
