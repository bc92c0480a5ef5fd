import type { DeskReport } from '@lapor/schemas';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { RequestContext } from '../http/request-context.ts';
import { isPublic } from '../reports/nameable-reports.ts';
import { readWholeReport } from '../reports/read-whole-report.ts';
import { viewContextOf } from '../reports/view-context.ts';
import { findReport, type ReportRow } from '../reports/report-row.ts';
import { type DeskIdentity, mayKnowReporter, maySee } from './desk-context.ts';
import { deskReportOf } from './desk-report.ts';

/** The report, if this officer may see it. @throws Refusal `notFound` otherwise, whether it exists or not. */
export const requireVisible = async (
  engine: Engine,
  row: ReportRow | undefined,
  identity: DeskIdentity,
): Promise<ReportRow> => {
  if (row === undefined || !maySee(row, identity, await engine.directory.get())) throw new Refusal('notFound');
  return row;
};

/** A report as this officer sees it. */
export const showReport = async (
  engine: Engine,
  row: ReportRow,
  identity: DeskIdentity,
  context: RequestContext,
  database: Queryable = engine.database,
): Promise<DeskReport> => {
  const directory = await engine.directory.get();
  const whole = await readWholeReport(
    engine,
    row,
    {
      reporter: mayKnowReporter(row, identity),
      attachments: true,
      mayName: (other) => isPublic(other) || maySee(other, identity, directory),
    },
    database,
  );
  return deskReportOf(whole, identity, await viewContextOf(engine, context));
};

/**
 * The report of that number as this officer sees it.
 *
 * @throws Refusal `notFound`.
 */
export const readDeskReport = async (
  engine: Engine,
  trackingId: string,
  identity: DeskIdentity,
  context: RequestContext,
): Promise<DeskReport> => {
  const row = await requireVisible(engine, await findReport(engine.database, trackingId), identity);
  return showReport(engine, row, identity, context);
};
