import type { exportReportsAsCsv, Query } from '@lapor/schemas/contract';
import type { Queryable } from '../database/database.ts';
import { listPublicReports } from '../reports/list-reports.ts';
import type { ReportRow } from '../reports/report-row.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What an export is limited to. */
export type OpenDataFilters = Query<typeof exportReportsAsCsv>;

/** Rows that are in memory at a time. */
const portion = 500;

/**
 * Every public report of a site's region, newest first, in portions. Each portion is a query of its own that begins where
 * the last one ended, so that a slow reader holds neither a connection nor a snapshot.
 */
export async function* publicRows(
  database: Queryable,
  site: SiteRecord,
  filters: OpenDataFilters,
): AsyncGenerator<readonly ReportRow[]> {
  const region = filters.region ?? site.regionCode;
  let cursor: string | undefined;
  do {
    const page = await listPublicReports(
      database,
      { ...filters, region, limit: portion, ...(cursor !== undefined && { cursor }) },
      site.timeZone,
    );
    yield page.rows;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
