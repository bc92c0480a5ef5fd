import type { DeskAction } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { lockReport, type ReportRow } from '../reports/report-row.ts';
import { correctReport } from './correct-report.ts';
import { type Assignment, checkLength, limitsFor, performPlainly } from './desk-deed.ts';
import { checkVersion } from './if-match.ts';
import { mergeInto, undoMerge } from './merge-reports.ts';
import { requireVisible } from './read-desk-report.ts';
import { redactReport } from './redact-report.ts';

/** An action on one report, by number. */
export interface DeskErrand<Action extends DeskAction = DeskAction> extends Assignment<Action> {
  readonly trackingId: string;
  /** Only if the report still stands at this version. */
  readonly ifMatch?: string | undefined;
}

/**
 * Does what an officer asks, within a transaction.
 *
 * @returns the report as it stands afterwards.
 * @throws Refusal `notFound`, `preconditionFailed`, `actionNotAllowed`, `actionNotPossible`, `validationFailed` or `attachmentRefused`.
 */
export const performAction = async (engine: Engine, transaction: Queryable, errand: DeskErrand): Promise<ReportRow> => {
  const { action, trackingId, ifMatch, language } = errand;
  const sites = await engine.sites.get();
  const begin = (row: ReportRow): void => {
    checkVersion(ifMatch, row.state.sequence);
    checkLength(action, limitsFor(row, sites), language);
  };
  if (action.type === 'mergeInto') return mergeInto(engine, transaction, trackingId, { ...errand, action }, begin);
  if (action.type === 'undoMerge') return undoMerge(engine, transaction, trackingId, { ...errand, action }, begin);
  const row = await requireVisible(engine, await lockReport(transaction, trackingId), errand.identity);
  begin(row);
  switch (action.type) {
    case 'redact':
      return redactReport(engine, transaction, row, { ...errand, action });
    case 'correct':
      return correctReport(engine, transaction, row, { ...errand, action });
    default:
      return performPlainly(engine, transaction, row, errand);
  }
};
