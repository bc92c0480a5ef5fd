import type { Language } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { actOnReport } from './act-on-report.ts';
import type { ReportRow } from './report-row.ts';

/**
 * Opens the reports again that were merged into one which its own reporter took back: nobody would handle their matter
 * any more. `unmerged` there, `released` here.
 *
 * @param row the report that was withdrawn.
 * @param merged those that were merged into it, locked in this transaction together with it.
 * @returns the withdrawn report as it stands afterwards.
 */
export const reopenMerged = async (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  merged: readonly ReportRow[],
  occasion: { readonly now: string; readonly language: Language },
): Promise<ReportRow> => {
  const system = { by: { kind: 'system' }, ...occasion } as const;
  let after = row;
  for (const other of merged.filter(({ state }) => state.merge?.into === row.tracking_id)) {
    await actOnReport(engine, transaction, other, { ...system, action: { type: 'undoMerge' } });
    after = await actOnReport(engine, transaction, after, {
      ...system,
      action: { type: 'release', trackingId: other.tracking_id },
    });
  }
  return after;
};
