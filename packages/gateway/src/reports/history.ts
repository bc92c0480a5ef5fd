import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';

/** A report's events with the texts that they name. */
export interface History {
  readonly events: readonly LifecycleEvent[];
  readonly hashes: readonly Buffer[];
  /** Text by id. A text that was deleted is missing here, and its event still stands. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads everything that happened to a report. */
export const readHistory = async (database: Queryable, reportId: string): Promise<History> => {
  const rows = await database.query<{ event: LifecycleEvent; hash: Buffer; text: string | null }>(
    `select event, hash, text from report_event left join report_text on report_text.id = (event ->> 'textId')::uuid
     where report_event.report_id = $1 order by sequence`,
    [reportId],
  );
  const texts = new Map(
    rows.flatMap(({ event, text }) =>
      event.textId !== undefined && text !== null ? [[event.textId, text] as const] : [],
    ),
  );
  return { events: rows.map((row) => row.event), hashes: rows.map((row) => row.hash), texts };
};

/** Files of notes: for officers alone, like the notes. */
export const noteFilesOf = ({ events }: History): ReadonlySet<string> =>
  new Set(events.flatMap((event) => (event.type === 'noted' ? (event.attachmentIds ?? []) : [])));
