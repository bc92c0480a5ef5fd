import { createHash } from 'node:crypto';
import { readTrackingId } from '@lapor/schemas';
import type { listDeskReports, Query } from '@lapor/schemas/contract';
import type { Queryable } from '../database/database.ts';
import { readCursor, writeCursor } from '../paging/cursor.ts';
import { Refusal } from '../refusal/refusal.ts';
import { findFewMatches } from '../reports/find-few-matches.ts';
import type { ReportRow } from '../reports/report-row.ts';
import { addQueueFilters, partsOf, type QueueContext } from './work-queue-filters.ts';
import { type Part, type Position, type QueueRow, readStretch } from './work-queue-page.ts';
import { sourceOf } from './work-queue-source.ts';

type QueueQuery = Query<typeof listDeskReports>;

/** Names a list and its filters. The filters themselves can be longer than a cursor may be. */
const nameOf = (
  { order, ...filters }: Omit<QueueQuery, 'cursor' | 'limit'>,
  { identity: { institutionId, role } }: QueueContext,
): string =>
  `desk ${createHash('sha256')
    .update(JSON.stringify([institutionId, role, order, filters]))
    .digest('base64url')
    .slice(0, 16)}`;

const readPosition = (list: string, cursor: string): Position => {
  const [part, at, id] = readCursor(list, cursor);
  const isSound =
    (part === 'due' || part === 'rest' || part === 'received') &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    typeof id === 'string' &&
    /^\d{1,18}$/.test(id);
  if (!isSound) throw new Refusal('cursorInvalid');
  return { part, at, id };
};

const positionOf = (row: QueueRow, part: Part): [string, string, string] => [
  part,
  ((part === 'due' ? row.next_due_at : undefined) ?? row.received_at).toISOString(),
  row.id,
];

/** A page of the work queue, and where the next one begins. */
export interface QueuePage {
  readonly rows: readonly ReportRow[];
  readonly nextCursor: string | null;
}

/**
 * One page of the work queue.
 *
 * @throws Refusal `cursorInvalid`.
 */
export const listWorkQueue = async (
  database: Queryable,
  { cursor, limit, ...asked }: QueueQuery,
  context: QueueContext,
): Promise<QueuePage> => {
  const { order, ...filters } = asked;
  const list = nameOf(asked, context);
  const after = cursor === undefined ? undefined : readPosition(list, cursor);
  const source = sourceOf(filters.view, filters.institution, context.identity, context.directory);
  const matches =
    filters.q === undefined ? undefined : await findFewMatches(database, filters.q, readTrackingId(filters.q));
  if (matches?.length === 0 || (source.of === 'holders' && source.ids.length === 0))
    return { rows: [], nextCursor: null };
  const parts: Part[] = order === 'received' ? ['received'] : partsOf(filters);
  const stretch = {
    source,
    after,
    dueBy: filters.view === 'overdue' ? context.now : undefined,
    days: { from: filters.from, until: filters.until, timeZone: context.timeZone },
  };
  const found: { readonly row: QueueRow; readonly part: Part }[] = [];
  for (const part of after === undefined ? parts : parts.slice(parts.indexOf(after.part))) {
    const rows = await readStretch(database, { ...stretch, part, count: limit + 1 - found.length }, (conditions) =>
      addQueueFilters(conditions, filters, { ...context, matches }),
    );
    found.push(...rows.map((row) => ({ row, part })));
    if (found.length > limit) break;
  }
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(({ row }) => row),
    nextCursor: found.length > limit && last ? writeCursor(list, positionOf(last.row, last.part)) : null,
  };
};
