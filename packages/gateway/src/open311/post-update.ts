import { closedStatuses, type PublishedReport } from '@lapor/schemas';
import { disputeReport, replyToReport } from '@lapor/schemas/contract';
import { calendarDateIn } from '@lapor/schemas/clock';
import type { DeskIdentity } from '../desk/desk-context.ts';
import type { FormBody } from '../forms/read-form-body.ts';
import { holdingFiles } from '../forms/take-files.ts';
import type { HandlerOf } from '../http/handlers.ts';
import { keepFiles } from '../http/keep-file.ts';
import { readParts } from '../http/read-parts.ts';
import type { Identity, RequestContext } from '../http/request-context.ts';
import { Refusal } from '../refusal/refusal.ts';
import { findReport, type ReportRow } from '../reports/report-row.ts';
import type { Answer } from './answer.ts';
import { digestOf } from './attempt-of-fields.ts';
import { countCall, identifyKey, keyIn } from './jurisdiction.ts';
import { updateId } from './list-updates.ts';
import { linksIn, noteForOfficers, noteLinks } from './note-links.ts';
import { given, type Open311Call } from './open311-call.ts';
import { Open311Fault } from './open311-fault.ts';
import { readFields } from './post-request.ts';

/** One update, with who sends it and what it is about. */
interface Update {
  readonly call: Open311Call;
  readonly row: ReportRow;
  readonly body: FormBody;
  readonly message: string;
  /** Whether it says that the matter is not settled. */
  readonly isOpen: boolean;
  readonly attempt: string;
}

/**
 * A program may carry on what a reporter says when its key is secret, the report came in by this door, and the program
 * belongs to the government that took it, or is the national one. A page's key is readable for everybody.
 */
const mayCarry = (
  { directory }: Open311Call,
  { role, institutionId }: DeskIdentity,
  { channel, state }: ReportRow,
): boolean =>
  channel === 'open311' &&
  (role === 'nationalAdmin' ||
    directory.isWithin(state.coordinatorId, institutionId) ||
    state.hops.some(({ how, to }) => how === 'received' && to === directory.coordinatorOf(institutionId)));

/** The report that an update is about, for whoever may say something to it. */
const reportOf = async (call: Open311Call, { values }: FormBody): Promise<ReportRow> => {
  const key = keyIn(call, values);
  if (key === undefined) throw new Refusal('keyMissing');
  const holder = await identifyKey(call, key);
  await countCall(call, holder, 'write');
  if (holder.kind !== 'desk') throw new Open311Fault(403, 'updateNotForKey');
  const id = given(values, 'service_request_id');
  if (id === undefined) throw new Open311Fault(400, 'requestMissing');
  const row = /^\d{1,18}$/.test(id) ? await findReport(call.engine.database, id) : undefined;
  // Of a report that is none of its own a program is not told whether it exists.
  if (row === undefined || !mayCarry(call, holder, row)) throw new Open311Fault(404, 'requestUnknown');
  return row;
};

const attemptOf = (call: Open311Call, { values, files }: FormBody): string => {
  const named = call.arrival.request.headers.get('idempotency-key')?.trim();
  const own = named ?? given(values, 'update_id') ?? given(values, 'update_id_ext');
  if (own) return `open311-update-${own.slice(0, 150)}`;
  return `open311-update-${calendarDateIn(call.now, 'Asia/Jakarta')}-${digestOf(values, files)}`;
};

/** What is said; where nothing is, what the status says. */
const messageOf = (
  { say }: Open311Call,
  { values, files }: FormBody,
  isOpen: boolean,
  status: string | undefined,
): string => {
  const text = given(values, 'description');
  if (text !== undefined) return text;
  if (status === undefined && files.length === 0) throw new Open311Fault(400, 'updateEmpty');
  return isOpen ? say.saidOpen : say.saidClosed;
};

const openUpdate = async (call: Open311Call, body: FormBody): Promise<Update> => {
  const row = await reportOf(call, body);
  const status = given(body.values, 'status')?.toLowerCase();
  const isOpen = status !== undefined && status !== 'closed' && !status.startsWith('fixed');
  return { call, row, body, isOpen, message: messageOf(call, body, isOpen, status), attempt: attemptOf(call, body) };
};

const reporterOf = ({ row }: Update): Extract<Identity, { kind: 'reporter' }> => ({
  kind: 'reporter',
  trackingId: row.tracking_id,
  reportId: row.id,
});

const contextOf = (update: Update, path: string, idempotencyKey: string): RequestContext => ({
  identity: reporterOf(update),
  language: update.call.language,
  requestId: update.call.arrival.requestId,
  now: update.call.now,
  address: update.call.arrival.address,
  request: new Request(`${update.call.engine.publicUrl}${path}`, { method: 'POST' }),
  idempotencyKey,
});

/** Whether this update was carried on before; then its files need not be kept again. */
const isCarried = async ({ call, row, attempt }: Update): Promise<boolean> => {
  const rows = await call.engine.database.query(
    'select key from idempotency where owner = any($1::text[]) and key = $2',
    [['replyToReport', 'disputeReport'].map((operation) => `report:${row.id} ${operation}`), attempt],
  );
  return rows.length > 0;
};

const carry = async (update: Update): Promise<PublishedReport> => {
  const { call, row, isOpen, message, attempt } = update;
  const { handlers, language, arrival } = call;
  const isDispute = isOpen && closedStatuses.has(row.state.status);
  const endpoint = isDispute ? disputeReport : replyToReport;
  const words = isDispute ? { reason: message } : { message };
  const context = contextOf(update, replyToReport.path, arrival.requestId);
  const attachments = await keepFiles(handlers, context, update.body.files);
  const body = { ...words, ...(attachments.length > 0 && { attachments }) };
  const parts = {
    path: { trackingId: row.tracking_id },
    query: new URLSearchParams(),
    headers: new Headers({ 'idempotency-key': attempt }),
    body,
  };
  const read = readParts(endpoint, parts, language);
  const act = (isDispute ? handlers.disputeReport : handlers.replyToReport) as HandlerOf<'replyToReport'>;
  const answered = await act(read as never, contextOf(update, endpoint.path, attempt));
  return answered.body;
};

/** The event that an update became: the last in which the reporter said the same. */
const eventOf = ({ timeline }: PublishedReport, message: string): number =>
  timeline.findLast((event) => event.actor.kind === 'reporter' && event.message === message)?.sequence ??
  timeline.at(-1)?.sequence ??
  0;

/** Words of thanks to a closed report open nothing: officers find them as a note. */
const noteAfterClosing = async ({ call, row, message, attempt }: Update): Promise<number> => {
  await noteForOfficers(call, row.state.coordinatorId, { trackingId: row.tracking_id, message, attempt });
  return (await findReport(call.engine.database, row.tracking_id))?.state.sequence ?? row.state.sequence;
};

const sequenceOf = async (update: Update): Promise<number> => {
  const { call, row, body, message, isOpen } = update;
  if (!isOpen && closedStatuses.has(row.state.status)) return noteAfterClosing(update);
  if (body.files.length > 0 && (await isCarried(update))) {
    const get = call.handlers.getReport as HandlerOf<'getReport'>;
    const { body: report } = await get(
      { parameters: { trackingId: row.tracking_id } },
      contextOf(update, replyToReport.path, ''),
    );
    return eventOf(report, message);
  }
  return eventOf(await carry(update), message);
};

/** `POST servicerequestupdates`: what a reporter adds, or says of how it stands; once for an `update_id`. */
export const postUpdate = (call: Open311Call): Promise<Answer> =>
  holdingFiles(async () => {
    const update = await openUpdate(call, await readFields(call));
    const sequence = await sequenceOf(update);
    const { row, body, attempt } = update;
    const links = { trackingId: row.tracking_id, urls: linksIn(body), attempt: `links-${attempt}` };
    await noteLinks(call, row.state.coordinatorId, links);
    return {
      root: 'service_request_updates',
      value: [{ update_id: updateId(row.tracking_id, sequence) }],
    };
  });
