import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { lockReport } from '../reports/report-row.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { actAsSystem } from './act-as-system.ts';
import { keepForwarded } from './forwarded-reports.ts';
import { heard, mayHaveArrived, type TaskKind } from './forwarding-tasks.ts';

/** Something that waits for another system, or was put aside. */
export interface WaitingTask {
  readonly id: string;
  readonly trackingId: string;
  readonly connector: string;
  readonly kind: TaskKind;
  readonly state: 'queued' | 'failed';
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly reason: string;
  /** Whether it may have arrived: a step of it was begun, and nobody knows what came of it; or it arrived more than once. */
  readonly mayHaveArrived: boolean;
  /** When it was put into the queue, in real time. */
  readonly at: string;
}

interface WaitingRow {
  readonly id: string;
  readonly tracking_id: string;
  readonly connector: string;
  readonly kind: TaskKind;
  readonly state: 'queued' | 'failed';
  readonly attempts: number;
  readonly last_error: string | null;
  readonly is_open: boolean;
  readonly created_at: Date;
}

/** More than anybody reads. */
const most = 1_000;

const list = `
select task.id, tracking_id, connector, kind, task.state, attempts, last_error, begun_at is not null as is_open, created_at
from forwarding_task as task join report on report.id = task.report_id
where task.state = 'failed' or ($1 and task.state = 'queued')
order by task.id limit ${most}`;

/** What was put aside, the oldest first; with `all` also what waits for its turn. A thousand at most. */
export const listWaitingTasks = async ({ database }: Engine, all: boolean): Promise<WaitingTask[]> =>
  (await database.query<WaitingRow>(list, [all])).map((row) => ({
    id: row.id,
    trackingId: row.tracking_id,
    connector: row.connector,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    reason: row.last_error ?? '',
    mayHaveArrived: mayHaveArrived(row),
    at: instantOf(row.created_at),
  }));

interface SetAside {
  readonly id: string;
  readonly report_id: string;
  readonly tracking_id: string;
  readonly connector: string;
  readonly kind: TaskKind;
  /** Whether it is the report, or counts it, rather than what was said of it. */
  readonly is_of_report: boolean;
}

const findSetAside = `
select task.id, task.report_id, tracking_id, connector, kind,
  kind = 'report' or (kind = 'check' and step is distinct from '${heard}') as is_of_report
from forwarding_task as task join report on report.id = task.report_id
where task.state = 'failed' and ($1::bigint is null or task.id = $1)
order by task.id limit ${most}`;

const requeue = `
update forwarding_task set state = 'queued', failures = 0, last_error = null, next_attempt_at = now(), begun_at = case when $2 then null else begun_at end
where id = $1 and state = 'failed' returning id`;

/** What an operator decides about one that was put aside. */
export interface Retry {
  /** The id of the task; all of them where it is left out. */
  readonly id?: string;
  /** Somebody has looked: it did not arrive. Without this the gateway looks itself, where it can. */
  readonly isAbsent?: boolean;
}

/** Puts one back into its queue. @returns false when it is not put aside any more. */
const requeueTask = async (
  engine: Engine,
  transaction: Queryable,
  task: SetAside,
  isAbsent: boolean,
): Promise<boolean> => {
  const row = await lockReport(transaction, task.tracking_id);
  if (row === undefined || (await transaction.query(requeue, [task.id, isAbsent])).length === 0) return false;
  if (task.kind === 'report')
    await actAsSystem(engine, transaction, row, { type: 'queueDelivery', connector: task.connector });
  return true;
};

/** As {@link retryTasks}, of one and as part of a transaction. @returns false when no such task is put aside. */
export const retryTaskIn = async (
  engine: Engine,
  transaction: Queryable,
  id: string,
  isAbsent: boolean,
): Promise<boolean> => {
  const [task] = await transaction.query<SetAside>(findSetAside, [id]);
  return task !== undefined && requeueTask(engine, transaction, task, isAbsent);
};

/** Puts what was put aside back into its queue. @returns how many will be tried again. */
export const retryTasks = async (engine: Engine, { id, isAbsent = false }: Retry): Promise<number> => {
  const found = await engine.database.query<SetAside>(findSetAside, [id ?? null]);
  let count = 0;
  for (const task of found)
    if (await engine.database.transaction((transaction) => requeueTask(engine, transaction, task, isAbsent)))
      count += 1;
  return count;
};

const settle = `
update forwarding_task set state = 'done', begun_at = null, last_error = null where id = $1 and state = 'failed' returning id`;

/**
 * Notes that something which was put aside did arrive, as somebody has seen there.
 *
 * @param upstreamId the report's number there, where the task is the report itself, or a check of it: then the one that counts.
 * @returns false when no such task is put aside.
 */
export const resolveTask = (engine: Engine, id: string, upstreamId: string): Promise<boolean> =>
  engine.database.transaction((transaction) => resolveTaskIn(engine, transaction, id, upstreamId));

/** As {@link resolveTask}, as part of a transaction. */
export const resolveTaskIn = async (
  engine: Engine,
  transaction: Queryable,
  id: string,
  upstreamId: string,
): Promise<boolean> => {
  const [task] = await transaction.query<SetAside>(findSetAside, [id]);
  if (task === undefined) return false;
  const row = await lockReport(transaction, task.tracking_id);
  if (row === undefined || (await transaction.query(settle, [id])).length === 0) return false;
  if (!task.is_of_report) return true;
  // It is asked after at once; from then on by the settings, which whoever decides this need not have.
  await keepForwarded(transaction, task.report_id, task.connector, upstreamId, 0);
  await actAsSystem(engine, transaction, row, { type: 'recordDelivery', connector: task.connector, upstreamId });
  return true;
};
