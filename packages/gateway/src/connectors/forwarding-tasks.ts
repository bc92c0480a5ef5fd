import type { Queryable } from '../database/database.ts';
import type { Facts } from './connector.ts';
import type { Message } from './parcel.ts';

/** What a task brings to another system; `check`: it looks there for what may have been delivered twice. */
export type TaskKind = 'report' | Message['kind'] | 'check';

/** A task that this process is about to attempt. */
export interface DueTask {
  readonly id: string;
  readonly report_id: string;
  readonly tracking_id: string;
  readonly sequence: number;
  readonly kind: TaskKind;
  readonly step: string | null;
  /** Seconds since a step was begun of which nobody knows what came of it. */
  readonly begun_ago: number | null;
  readonly facts: Facts;
  /** With the one that is about to be made; also the mark by which this process knows that the task is still its own. */
  readonly attempts: number;
  readonly failures: number;
  readonly upstream_id: string | null;
  readonly cursor: Facts | null;
}

const add = `
insert into forwarding_task (report_id, connector, sequence, kind) values ($1, $2, $3, $4)
on conflict (report_id, connector, sequence) do nothing returning id`;

/** A new task, once for each event. @returns whether it is new. */
export const addTask = async (
  database: Queryable,
  reportId: string,
  connector: string,
  sequence: number,
  kind: TaskKind,
): Promise<boolean> => (await database.query(add, [reportId, connector, sequence, kind])).length > 0;

/** Whether what was put aside may have arrived: nobody knows what came of a step; or it did, as a check has found. */
export const mayHaveArrived = (task: { readonly kind: string; readonly is_open: boolean }): boolean =>
  task.kind === 'check' || task.is_open;

/** The sequence of the task that checks another one, and of the one that a check is about: each the other's. */
export const checkSequence = (sequence: number): number => -1 - sequence;

/** The step of a check of which a poll has heard already: there is nothing to be counted. */
export const heard = 'heard';

const check = `
insert into forwarding_task (report_id, connector, sequence, kind, state, next_attempt_at, last_error, step)
values ($1, $2, $3, 'check', $4, now() + $5 * interval '1 second', $6, $7)
on conflict (report_id, connector, sequence) do nothing returning id`;

/**
 * Has something checked that has arrived, once for each task.
 *
 * @param how in how many seconds the reports are counted, or what was heard of a message, which puts it aside.
 * @returns whether it is new.
 */
export const addCheck = async (
  database: Queryable,
  connector: string,
  { report_id, sequence }: { readonly report_id: string; readonly sequence: number },
  how: { readonly pause: number } | { readonly heard: string },
): Promise<boolean> => {
  const values = 'heard' in how ? ['failed', 0, how.heard.slice(0, 500), heard] : ['queued', how.pause, null, null];
  return (await database.query(check, [report_id, connector, checkSequence(sequence), ...values])).length > 0;
};

/** The row stays in the queue with the moment at which somebody else may take it over. */
const takeOf = (which: string): string => `
with due as (
  select task.id from forwarding_task as task
  where task.connector = $1 and task.state = 'queued' and task.next_attempt_at <= now() and ${which}
  order by task.next_attempt_at, task.id limit 1 for update skip locked
)
update forwarding_task as task set attempts = task.attempts + 1, next_attempt_at = now() + $2 * interval '1 second'
from due join forwarding_task as old on old.id = due.id join report on report.id = old.report_id
  left join forwarding on forwarding.report_id = old.report_id and forwarding.connector = old.connector
where task.id = due.id
returning task.id, task.report_id, report.tracking_id, task.sequence, task.kind, task.step,
  extract(epoch from now() - task.begun_at)::double precision as begun_ago, task.facts, task.attempts, task.failures, forwarding.upstream_id, forwarding.cursor`;

/**
 * What is to be sent: of each report its earliest alone, and nothing that happened to a report before the report itself is
 * there.
 */
const take = takeOf(`task.kind <> 'check' and not exists (
    select from forwarding_task as earlier where earlier.report_id = task.report_id and earlier.connector = $1
      and earlier.state = 'queued' and earlier.kind <> 'check' and earlier.id < task.id
  ) and (task.kind = 'report' or exists (
    select from forwarding where forwarding.report_id = task.report_id and forwarding.connector = $1
  ))`);

const takeToCheck = takeOf(`task.kind = 'check'`);

/**
 * Takes one due task of a connector.
 *
 * @param lease seconds after which another process may take it over.
 */
export const takeTask = async (database: Queryable, connector: string, lease: number): Promise<DueTask | undefined> =>
  (await database.query<DueTask>(take, [connector, lease]))[0];

/** As {@link takeTask}, one that looks for what was delivered twice. */
export const takeCheck = async (database: Queryable, connector: string, lease: number): Promise<DueTask | undefined> =>
  (await database.query<DueTask>(takeToCheck, [connector, lease]))[0];

const begin = `
update forwarding_task set step = $3, begun_at = now(), next_attempt_at = now() + $4 * interval '1 second'
where id = $1 and attempts = $2 and state = 'queued' and next_attempt_at > now() returning id`;

/**
 * Writes down that a step is about to be taken, before it is.
 *
 * @returns false when the task is not ours any more; then it must not be taken.
 */
export const beginStep = async (
  database: Queryable,
  { id, attempts }: DueTask,
  step: string,
  lease: number,
): Promise<boolean> => (await database.query(begin, [id, attempts, step, lease])).length > 0;

/** What becomes of a task after a step or an attempt. */
export interface TaskEnd {
  readonly state: 'queued' | 'done' | 'failed';
  /** The step with which it goes on. */
  readonly step?: string | undefined;
  /** Whether a step is under way of which nobody knows what came of it. */
  readonly isOpen?: boolean;
  readonly facts?: Facts | undefined;
  readonly hasFailed?: boolean;
  readonly error?: string;
  /** Seconds until the next attempt. Without it the attempt goes on, and the lease stays. */
  readonly pause?: number;
}

const keep = `
update forwarding_task set state = $3, step = coalesce($4, step), begun_at = case when $5 then begun_at end, facts = facts || $6::jsonb,
  failures = failures + $7, last_error = $8, next_attempt_at = coalesce(now() + $9 * interval '1 second', next_attempt_at)
where id = $1 and attempts = $2 and state = 'queued' returning id`;

/** Keeps what came of a step. @returns false when somebody else has begun anew meanwhile: then what comes of that counts. */
export const keepTask = async (database: Queryable, { id, attempts }: DueTask, end: TaskEnd): Promise<boolean> => {
  const rows = await database.query(keep, [
    id,
    attempts,
    end.state,
    end.step ?? null,
    end.isOpen ?? false,
    JSON.stringify(end.facts ?? {}),
    end.hasFailed === true ? 1 : 0,
    end.error?.slice(0, 500) ?? null,
    end.pause ?? null,
  ]);
  return rows.length > 0;
};
