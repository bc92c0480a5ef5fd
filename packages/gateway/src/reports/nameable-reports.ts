import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { History } from './history.ts';
import type { ReportRow } from './report-row.ts';

/** The report that an event names besides its own, if it names one. */
export const otherReportOf = (event: LifecycleEvent): string | undefined => {
  switch (event.type) {
    case 'merged':
      return event.into;
    case 'unmerged':
      return event.from;
    case 'absorbed':
    case 'released':
      return event.trackingId;
    default:
      return undefined;
  }
};

/** Whether a caller may know that there is another report of this number. */
export type MayName = (other: Pick<ReportRow, 'state'>) => boolean;

/** What may be told to everybody: a confidential report is not there for anybody but its reporter and its officers. */
export const isPublic: MayName = ({ state }) => !state.confidential;

/**
 * The numbers of other reports that may stand in a view of this one: of those that it was merged into or took in, the ones
 * of which the caller may know anyway.
 */
export const nameableReports = async (
  database: Queryable,
  { events }: History,
  mayName: MayName,
): Promise<ReadonlySet<string>> => {
  const others = new Set(events.flatMap((event) => otherReportOf(event) ?? []));
  if (others.size === 0) return others;
  const rows = await database.query<Pick<ReportRow, 'tracking_id' | 'state'>>(
    'select tracking_id, state from report where id = any($1::bigint[])',
    [[...others]],
  );
  return new Set(rows.filter(mayName).map((row) => row.tracking_id));
};
