import type { ForwardingSetting, ForwardingTask } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import { type Errand, reaches, requireAdmin } from '../directory/errand.ts';
import type { Engine } from '../engine/engine.ts';
import { readCursor, writeCursor } from '../paging/cursor.ts';
import { Refusal } from '../refusal/refusal.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { mayHaveArrived } from './forwarding-tasks.ts';
import { listFindings } from './setting-findings.ts';

interface TaskRow {
  readonly id: string;
  readonly tracking_id: string;
  readonly connector: string;
  readonly kind: ForwardingTask['kind'];
  readonly state: ForwardingTask['state'];
  readonly step: string | null;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly is_open: boolean;
  readonly created_at: Date;
  readonly next_attempt_at: Date;
  readonly owner_id: string;
  readonly coordinator_id: string;
}

const taskOf = (row: TaskRow): ForwardingTask => ({
  id: `fwt_${row.id}`,
  trackingId: row.tracking_id,
  connector: row.connector,
  kind: row.kind,
  state: row.state,
  ...(row.step !== null && { step: row.step }),
  attempts: row.attempts,
  ...(row.last_error !== null && { lastError: row.last_error }),
  mayHaveArrived: mayHaveArrived(row),
  createdAt: instantOf(row.created_at),
  ...(row.state === 'queued' && { nextAttemptAt: instantOf(row.next_attempt_at) }),
});

const columns = `
select task.id, tracking_id, connector, kind, task.state, step, attempts, last_error, begun_at is not null as is_open,
  task.created_at, next_attempt_at, owner_id, coordinator_id
from forwarding_task as task join report on report.id = task.report_id`;

/** What is asked of the list. */
export interface ForwardingQuery {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly state: 'queued' | 'failed';
}

/**
 * A page of what is on its way to other systems, the oldest first: of reports that the authority's institution, or one
 * below it, owns or coordinates.
 *
 * @throws Refusal `actionNotAllowed` for a liaison officer, `cursorInvalid`.
 */
export const listForwardingTasks = async (
  { database, directory }: Engine,
  { cursor, limit, state }: ForwardingQuery,
  errand: Errand,
): Promise<{ items: ForwardingTask[]; nextCursor: string | null; settings?: ForwardingSetting[] }> => {
  requireAdmin(errand);
  const list = `forwarding ${state}`;
  const after = cursor === undefined ? '0' : String(readCursor(list, cursor)[0]);
  if (!/^\d{1,18}$/.test(after)) throw new Refusal('cursorInvalid');
  const known = await directory.get();
  const within = [...known.institutions.keys()].filter((id) => reaches(errand.authority, id, known));
  const rows = await database.query<TaskRow>(
    `${columns} where task.state = $1 and task.id > $2 and (owner_id = any($3::text[]) or coordinator_id = any($3::text[]))
     order by task.id limit $4`,
    [state, after, within, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  const settings = cursor === undefined ? await listFindings(database) : [];
  return {
    items: page.map(taskOf),
    ...(settings.length > 0 && { settings }),
    nextCursor: last === undefined ? null : writeCursor(list, [last.id]),
  };
};

const findRow = async (database: Queryable, id: string): Promise<TaskRow> => {
  const [row] = await database.query<TaskRow>(`${columns} where task.id = $1`, [id]);
  if (row === undefined) throw new Refusal('notFound');
  return row;
};

/**
 * The id, as the database has it, of a task about which the caller may decide.
 *
 * @throws Refusal `notFound` when there is none of that id within reach, `actionNotAllowed` for a liaison officer.
 */
export const requireOwnTask = async (
  { database, directory }: Engine,
  taskId: string,
  errand: Errand,
): Promise<string> => {
  requireAdmin(errand);
  const id = /^fwt_(\d{1,18})$/.exec(taskId)?.[1];
  if (id === undefined) throw new Refusal('notFound');
  const row = await findRow(database, id);
  const known = await directory.get();
  if (![row.owner_id, row.coordinator_id].some((institutionId) => reaches(errand.authority, institutionId, known)))
    throw new Refusal('notFound');
  return id;
};

/** One task as it stands. @throws Refusal `notFound`. */
export const readTask = async (database: Queryable, id: string): Promise<ForwardingTask> =>
  taskOf(await findRow(database, id));
