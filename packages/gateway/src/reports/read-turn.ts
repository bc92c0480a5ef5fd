import { applyEvent, foldEvents, type LifecycleEvent, type ReportState } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';

/** One event of a report's log, with what it made of the report. */
export interface Turn {
  readonly trackingId: string;
  readonly event: LifecycleEvent;
  /** Before the event; `undefined` for the first one. */
  readonly before: ReportState | undefined;
  readonly after: ReportState;
}

/**
 * Reads how a report stood before and after one of its events, whatever has happened since. The first event needs no
 * question to the database.
 */
export const readTurn = async (
  database: Queryable,
  reportId: string,
  { trackingId, event }: Pick<Turn, 'trackingId' | 'event'>,
): Promise<Turn> => {
  if (event.sequence === 0) return { trackingId, event, before: undefined, after: applyEvent(undefined, event) };
  const rows = await database.query<{ event: LifecycleEvent }>(
    'select event from report_event where report_id = $1 and sequence < $2 order by sequence',
    [reportId, event.sequence],
  );
  const before = foldEvents(rows.map((row) => row.event));
  return { trackingId, event, before, after: applyEvent(before, event) };
};
