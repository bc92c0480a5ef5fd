import type { LifecycleAction } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import type { ReportRow } from '../reports/report-row.ts';

/** Does to a locked report what nobody did but the gateway itself, now. @throws Refusal as {@link actOnReport}. */
export const actAsSystem = (
  engine: Engine,
  transaction: Queryable,
  row: ReportRow,
  action: LifecycleAction,
): Promise<ReportRow> =>
  actOnReport(engine, transaction, row, {
    action,
    by: { kind: 'system' },
    now: engine.clock.now(),
    language: row.language,
  });
