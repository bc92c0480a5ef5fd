import { calendarDateIn } from '@lapor/schemas/clock';
import type { Classification } from '@lapor/schemas';
import type { LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import { reportColumns, type ReportRow } from '../reports/report-row.ts';
import { clockOf } from '../sites/site-clock.ts';
import { instantOf } from '../time/gateway-clock.ts';
import type { DueTask, TaskKind } from './forwarding-tasks.ts';
import { markerOf } from './marker.ts';
import type { Message, Parcel, SentMessage } from './parcel.ts';
import { parcelFiles } from './parcel-files.ts';

/** What is to be sent, or why it is not sent now or ever. */
export type Packed<Content> =
  | { readonly content: Content }
  | { readonly never: string }
  | { readonly later: string; readonly pause: number };

/** Seconds after which a file that is being looked through is looked for again, and a report that was merged into another one. */
const [filePause, mergePause] = [5, 3_600];

type PackedRow = ReportRow & { readonly erased_at: Date | null };

const readRow = async (database: Queryable, reportId: string): Promise<PackedRow | undefined> =>
  (await database.query<PackedRow>(`select ${reportColumns}, erased_at from report where id = $1`, [reportId]))[0];

/** Why a report is not brought anywhere. What was begun is always seen to its end. */
const obstacle = (row: PackedRow, task: DueTask): Packed<never> | undefined => {
  if (row.erased_at !== null) return { never: 'the report was erased' };
  if (task.step !== null) return undefined;
  if (row.state.closed?.how === 'withdrawn') return { never: 'the report was withdrawn before it was sent' };
  return row.state.merge ? { later: 'the report was merged into another one', pause: mergePause } : undefined;
};

interface Identity {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

const readReporter = async (database: Queryable, row: ReportRow): Promise<Parcel['reporter']> => {
  // Whoever hides from the institution must not be shown to the next system either.
  if (row.state.anonymous) return undefined;
  const [identity] = await database.query<Identity>(
    'select name, email, phone from report_identity where report_id = $1',
    [row.id],
  );
  if (identity === undefined) return undefined;
  const { name, email, phone } = identity;
  return { ...(name !== null && { name }), ...(email !== null && { email }), ...(phone !== null && { phone }) };
};

const eventOf = async (database: Queryable, { report_id, sequence }: Pick<DueTask, 'report_id' | 'sequence'>) =>
  (
    await database.query<{ event: LifecycleEvent; text: string | null }>(
      `select event, text from report_event left join report_text on report_text.id = (event ->> 'textId')::uuid
       where report_event.report_id = $1 and sequence = $2`,
      [report_id, sequence],
    )
  )[0];

/** A report as it stands now, ready to be handed over. */
export const packReport = async (engine: Engine, connector: string, task: DueTask): Promise<Packed<Parcel>> => {
  const { database, secret } = engine;
  const row = await readRow(database, task.report_id);
  if (row === undefined) return { never: 'the report is gone' };
  const refused = obstacle(row, task);
  if (refused) return refused;
  const first = await eventOf(database, { report_id: row.id, sequence: 0 });
  const files = await parcelFiles(engine, database, row.id, first?.event.attachmentIds);
  if (files === undefined) return { later: 'its files are still being checked', pause: filePause };
  const [directory, sites] = await Promise.all([engine.directory.get(), engine.sites.get()]);
  const { timeZone } = clockOf(row.site_id === null ? undefined : sites.get(row.site_id), row.region_code);
  const reporter = await readReporter(database, row);
  const content: Parcel = {
    trackingId: row.tracking_id,
    marker: markerOf(secret, connector, row.tracking_id, task.sequence),
    classification: row.classification as Classification,
    title: row.title,
    content: row.content,
    receivedOn: calendarDateIn(instantOf(row.received_at), timeZone),
    anonymous: row.state.anonymous,
    confidential: row.state.confidential,
    owner: directory.reference(row.state.ownerId),
    files,
    ...(row.category_id !== null && { categoryId: row.category_id }),
    ...(row.answers !== null && { answers: row.answers }),
    ...(row.region_code !== null && { regionCode: row.region_code }),
    ...(row.landmark !== null && { landmark: row.landmark }),
    ...(row.latitude !== null &&
      row.longitude !== null && { position: { latitude: row.latitude, longitude: row.longitude } }),
    ...(row.incident_date !== null && { incidentDate: row.incident_date }),
    ...(reporter && { reporter }),
  };
  return { content };
};

/** Something that happened to a report, ready to be told. */
export const packMessage = async (engine: Engine, connector: string, task: DueTask): Promise<Packed<Message>> => {
  const { database, secret } = engine;
  const row = await readRow(database, task.report_id);
  const happened = await eventOf(database, task);
  if (row === undefined || happened === undefined || row.erased_at !== null) return { never: 'the report is gone' };
  const { event, text } = happened;
  const files = await parcelFiles(engine, database, row.id, event.attachmentIds);
  if (files === undefined) return { later: 'its files are still being checked', pause: filePause };
  const directory = await engine.directory.get();
  const content: Message = {
    kind: task.kind as Message['kind'],
    marker: markerOf(secret, connector, row.tracking_id, task.sequence),
    trackingId: row.tracking_id,
    upstreamId: task.upstream_id ?? '',
    heard: task.cursor ?? {},
    confidential: row.state.confidential,
    owner: directory.reference(row.state.ownerId),
    files,
    ...(text !== null && { text }),
    ...(event.type === 'confirmed' && { rating: event.rating }),
    ...(event.type === 'returned' && { returnedTo: event.to }),
  };
  return { content };
};

/** A message that was sent, or may have been, and the event that it tells of. */
export type SentTask = SentMessage & { readonly sequence: number };

interface SentRow {
  readonly sequence: number;
  readonly kind: TaskKind;
  readonly text: string | null;
  readonly rating: number | null;
}

const sentSql = `
select task.sequence, task.kind, text, (event ->> 'rating')::integer as rating
from forwarding_task as task join report_event on report_event.report_id = task.report_id and report_event.sequence = task.sequence
  left join report_text on report_text.id = (event ->> 'textId')::uuid
where task.report_id = $1 and task.connector = $2 and task.kind not in ('report', 'check') and task.sequence < $3
  and (task.state = 'done' or (not $4 and task.step is not null))
order by task.sequence`;

/**
 * What was told of a report before.
 *
 * @param before of what happened before this event.
 * @param isCertain only what surely arrived; else also what may have.
 */
export const sentMessages = async (
  { database, secret }: Engine,
  connector: string,
  { report_id, tracking_id }: Pick<DueTask, 'report_id' | 'tracking_id'>,
  { before, isCertain }: { readonly before: number; readonly isCertain: boolean },
): Promise<SentTask[]> =>
  (await database.query<SentRow>(sentSql, [report_id, connector, before, isCertain])).map(
    ({ sequence, kind, text, rating }) => ({
      sequence,
      kind: kind as Message['kind'],
      marker: markerOf(secret, connector, tracking_id, sequence),
      ...(text !== null && { text }),
      ...(rating !== null && { rating }),
    }),
  );
