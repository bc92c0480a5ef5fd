import { closedStatuses, type TimeZone } from '@lapor/schemas';
import type { listDeskReports, Query } from '@lapor/schemas/contract';
import type { Directory } from '../directory/directory.ts';
import { isAmongMany } from '../reports/find-few-matches.ts';
import type { Conditions } from '../reports/list-reports.ts';
import { withinRegion } from '../reports/within-region.ts';
import { type DeskIdentity, seesAll } from './desk-context.ts';
import { subtreeOf } from './work-queue-source.ts';

/** What a work queue can be narrowed by. */
export type WorkQueueFilters = Omit<Query<typeof listDeskReports>, 'cursor' | 'limit' | 'order'>;

/** What conditions depend on besides the filters. */
export interface QueueContext {
  readonly identity: DeskIdentity;
  readonly directory: Directory;
  readonly now: string;
  /** The zone in which days are meant. */
  readonly timeZone: TimeZone;
  /** What the search words find, when that is few. */
  readonly matches?: readonly string[] | undefined;
}

/** What nobody has been given yet: its coordinator has it, and has not begun. The words of the index `report_unassigned`. */
const isUnassigned = `report.closed_at is null and report.owner_id = report.coordinator_id
  and (report.next_due_kind = 'verification' or report.status in ('unverified', 'verified'))`;

const withBelow = (categoryId: string, { categories }: Directory): string[] => {
  const found = [categoryId];
  // Grows while it is walked: each category that is found may have others below it.
  for (const id of found)
    for (const category of categories.values())
      if (category.parentId === id && !found.includes(category.id)) found.push(category.id);
  return found;
};

const addView = (
  conditions: Conditions,
  view: WorkQueueFilters['view'],
  { identity, directory }: QueueContext,
): void => {
  if (view === 'closed') conditions.texts.push('report.closed_at is not null');
  if (view === 'unassigned') conditions.texts.push(isUnassigned);
  if (view !== 'overdue') return;
  // A reporter who is late to respond makes no institution late.
  conditions.texts.push(`report.next_due_kind <> 'reporterResponse'`);
  if (!seesAll(identity))
    conditions.add('report.owner_id = any(?::text[])', subtreeOf(identity.institutionId, directory));
};

/** Adds the conditions of a view and its filters. Those that its source answers by itself are not repeated. */
export const addQueueFilters = (conditions: Conditions, filters: WorkQueueFilters, context: QueueContext): void => {
  const { view, q, status, classification, category, region, institution } = filters;
  const { directory, matches } = context;
  addView(conditions, view, context);
  if (matches !== undefined) conditions.add('report.id = any(?::bigint[])', matches);
  else if (q !== undefined) conditions.add(isAmongMany('?'), q);
  if (status !== undefined) conditions.add('report.status = ?', status);
  if (classification !== undefined) conditions.add('report.classification = ?', classification);
  if (category !== undefined) conditions.add('report.category_id = any(?::text[])', withBelow(category, directory));
  if (region !== undefined) conditions.add(withinRegion('report.region_code', region, '?'), region);
  if (institution !== undefined) conditions.add('report.owner_id = any(?::text[])', subtreeOf(institution, directory));
};

/** The parts of a list by deadline in which reports of these filters can lie: with one that is open, and without. */
export const partsOf = ({ view, status }: WorkQueueFilters): ('due' | 'rest')[] => {
  const isClosed = view === 'closed' || (status !== undefined && closedStatuses.has(status));
  const isOpen =
    view === 'overdue' ||
    view === 'unassigned' ||
    (status !== undefined && status !== 'unknown' && !closedStatuses.has(status));
  // Of an open report somebody's clock always runs, so what is open has a deadline.
  return [...(isClosed ? [] : (['due'] as const)), ...(isOpen ? [] : (['rest'] as const))];
};
