import type { Reporter } from '@lapor/schemas';
import { attachmentsOf } from '../attachments/attachments-of.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { type History, readHistory } from './history.ts';
import { isPublic, type MayName, nameableReports } from './nameable-reports.ts';
import type { WholeReport } from './published-report.ts';
import type { ReportRow } from './report-row.ts';

interface IdentityRow {
  name: string | null;
  email: string | null;
  phone: string | null;
  notify_by: NonNullable<Reporter['notifyBy']> | null;
}

const readReporter = async (database: Queryable, reportId: string): Promise<Reporter | undefined> => {
  const [row] = await database.query<IdentityRow>(
    'select name, email, phone, notify_by from report_identity where report_id = $1',
    [reportId],
  );
  return (
    row && {
      ...(row.name !== null && { name: row.name }),
      ...(row.email !== null && { email: row.email }),
      ...(row.phone !== null && { phone: row.phone }),
      ...(row.notify_by !== null && { notifyBy: row.notify_by }),
    }
  );
};

/** What a caller needs to see besides the report itself: nobody's identity is read for those who may not have it. */
export interface Wanted {
  readonly reporter: boolean;
  readonly attachments: boolean;
  /**
   * Of which other reports the caller may know.
   *
   * @default isPublic
   */
  readonly mayName?: MayName;
}

/**
 * Reads everything of a report that a view for this caller is made from.
 *
 * @param known its history, where that was read already.
 */
export const readWholeReport = async (
  engine: Engine,
  row: ReportRow,
  wanted: Wanted,
  database: Queryable = engine.database,
  known?: History,
): Promise<WholeReport> => {
  const sites = await engine.sites.get();
  const history = known ?? (await readHistory(database, row.id));
  return {
    row,
    site: row.site_id === null ? undefined : sites.get(row.site_id),
    history,
    nameable: await nameableReports(database, history, wanted.mayName ?? isPublic),
    reporter: wanted.reporter ? await readReporter(database, row.id) : undefined,
    attachments: wanted.attachments ? await attachmentsOf(engine, row.id, database) : new Map(),
  };
};
