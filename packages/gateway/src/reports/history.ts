import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';

/** A report's events with the texts that they name. */
export interface History {
  readonly events: readonly LifecycleEvent[];
  /** Text by id. A text that was deleted is missing here, and its event still stands. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Events with their texts, as {@link historyColumn} gives them. */
export type HistoryRows = readonly (readonly [event: LifecycleEvent, text: string | null])[];

/** Everything that happened to a row of `report`, in order, as one column: a report is read with it in one journey. */
export const historyColumn = `(
  select coalesce(json_agg(json_build_array(event, text) order by sequence), '[]')
  from report_event left join report_text on report_text.id = (event ->> 'textId')::uuid
  where report_event.report_id = report.id
) as history`;

/** Makes one thing of the rows of a history. */
export const historyOf = (rows: HistoryRows): History => ({
  events: rows.map(([event]) => event),
  texts: new Map(
    rows.flatMap(([event, text]) => (event.textId !== undefined && text !== null ? [[event.textId, text]] : [])),
  ),
});

/** Reads everything that happened to a report. */
export const readHistory = async (database: Queryable, reportId: string): Promise<History> => {
  const [row] = await database.query<{ history: HistoryRows }>(`select ${historyColumn} from report where id = $1`, [
    reportId,
  ]);
  return historyOf(row?.history ?? []);
};

/** Files of notes: for officers alone, like the notes. */
export const noteFilesOf = ({ events }: History): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === 'noted' ? (event.attachmentIds ?? []) : [])));
