import type { DeskAction } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { fieldFault, refusalOf } from '../refusal/field-fault.ts';
import { Refusal } from '../refusal/refusal.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { findReport, type ReportRow } from '../reports/report-row.ts';
import { type Assignment, deedOf } from './desk-deed.ts';
import { maySee } from './desk-context.ts';
import { lockReports } from '../reports/lock-reports.ts';
import { requireVisible } from './read-desk-report.ts';

type ActionOf<Type extends DeskAction['type']> = Extract<DeskAction, { type: Type }>;

/** The gateway itself tells the other report what became of this one. */
const tell = (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  type: 'absorb' | 'release',
  trackingId: string,
  { now, language }: Assignment,
) => actOnReport(engine, transaction, row, { action: { type, trackingId }, by: { kind: 'system' }, now, language });

/**
 * Merges a report into another one, which goes on in its place: `merged` here, `absorbed` there, both or neither.
 *
 * The other one must be known to the officer and open; one that was itself merged takes in nothing, so that whoever
 * follows a merge finds a report that somebody handles.
 *
 * @param begin checks the report once it is locked.
 * @throws Refusal `notFound`, `validationFailed` for a target that is not there or is the report itself, or the
 * lifecycle's `actionNotAllowed` and `actionNotPossible`.
 */
export const mergeInto = async (
  engine: Engine,
  transaction: Queryable,
  trackingId: string,
  assignment: Assignment<ActionOf<'mergeInto'>>,
  begin: (row: ReportRow) => void,
): Promise<ReportRow> => {
  const { action, identity, language } = assignment;
  const rows = await lockReports(transaction, [trackingId, action.trackingId]);
  const row = await requireVisible(engine, rows.get(trackingId), identity);
  begin(row);
  const after = await actOnReport(engine, transaction, row, deedOf(assignment));
  const target = rows.get(action.trackingId);
  const isKnown = target !== undefined && maySee(target, identity, await engine.directory.get());
  const code = isKnown ? 'notAllowed' : 'unknownReference';
  if (!isKnown || target.id === row.id)
    throw refusalOf([fieldFault(language, { pointer: '/trackingId', code, facts: {}, field: 'trackingId' })]);
  await tell(engine, transaction, target, 'absorb', trackingId, assignment);
  return after;
};

/**
 * Takes a merge back: `unmerged` here, `released` there.
 *
 * @param begin checks the report once it is locked.
 * @throws Refusal `notFound`, or the lifecycle's `actionNotAllowed` and `actionNotPossible`.
 */
export const undoMerge = async (
  engine: Engine,
  transaction: Queryable,
  trackingId: string,
  assignment: Assignment<ActionOf<'undoMerge'>>,
  begin: (row: ReportRow) => void,
): Promise<ReportRow> => {
  // Which report the other one is stands in this one: read first, so that both can be locked in their order.
  const into = (await findReport(transaction, trackingId))?.state.merge?.into;
  const rows = await lockReports(transaction, into === undefined ? [trackingId] : [trackingId, into]);
  const row = await requireVisible(engine, rows.get(trackingId), assignment.identity);
  begin(row);
  // Somebody was quicker between the look and the lock, and merged it elsewhere.
  if (row.state.merge?.into !== into) throw new Refusal('preconditionFailed');
  const after = await actOnReport(engine, transaction, row, deedOf(assignment));
  const target = into === undefined ? undefined : rows.get(into);
  if (target) await tell(engine, transaction, target, 'release', trackingId, assignment);
  return after;
};
