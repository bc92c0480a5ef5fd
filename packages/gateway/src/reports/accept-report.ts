import { hash, randomUUID } from 'node:crypto';
import type { Language, NewReport, Receipt } from '@lapor/schemas';
import { applyEvent, firstOwner, type LifecycleEvent } from '@lapor/schemas/lifecycle';
import type { Queryable } from '../database/database.ts';
import type { Directory } from '../directory/directory.ts';
import type { Engine } from '../engine/engine.ts';
import { eventHash } from '../events/hash-chain.ts';
import { Refusal } from '../refusal/refusal.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { fileReports, type NewReportRow } from '../engine/file-reports.ts';
import { firstClockOf } from './first-clock.ts';
import { keptDeadline, type KeptReceipt, receiptFrom } from './kept-receipt.ts';
import { maskedOrNull } from './masked.ts';
import { hashTokenSecret, tokenSecret, writeToken } from '../keys/report-token.ts';
import { statusLabel } from './status-label.ts';

/** A report at the door: read and checked, but not kept yet. */
export interface Submission {
  readonly report: NewReport;
  readonly site: SiteRecord;
  readonly channel: string;
  readonly language: Language;
  /** Whose uploads may be attached. */
  readonly keyId: string;
  readonly now: string;
  /** Whose attempt this is, by what name, and what was asked: so that a repetition finds the first answer. */
  readonly attempt: { readonly owner: string; readonly key: string; readonly requestHash: Buffer };
}

const receivedEvent = (
  { report, site, channel, now }: Submission,
  directory: Directory,
): Extract<LifecycleEvent, { type: 'received' }> => {
  const coordinatorId = directory.coordinatorOf(site.institutionId);
  const attachmentIds = [...new Set(report.attachments)];
  return {
    type: 'received',
    sequence: 0,
    at: now,
    by: { kind: 'reporter' },
    classification: report.classification,
    channel,
    coordinatorId,
    ownerId: firstOwner(report.targetInstitutionId, coordinatorId, (id) => directory.institutions.has(id)),
    ...(site.id !== '' && { siteId: site.id }),
    anonymous: report.anonymous,
    confidential: report.confidential,
    ...(report.targetInstitutionId !== undefined && { targetInstitutionId: report.targetInstitutionId }),
    ...(attachmentIds.length > 0 && { attachmentIds }),
  };
};

/** What comes of filing: a new report, or the answer that this attempt got before. */
export type Filing =
  | { readonly replayed: false; readonly reportId: string; readonly receipt: Receipt }
  | { readonly replayed: true };

/** The name of an attempt as a report keeps it. */
export const attemptHash = ({ owner, key }: Pick<Submission['attempt'], 'owner' | 'key'>): Buffer =>
  hash('sha256', `${owner}\n${key}`, 'buffer');

/**
 * Keeps a report. When it returns, the report is on disk.
 *
 * @param transaction where it is kept together with something else; then it is on disk when that is.
 * @returns the receipt of a new report; or that the attempt's name is taken, and the caller must look what it answered.
 */
export const acceptReport = async (
  engine: Engine,
  submission: Submission,
  transaction?: Queryable,
): Promise<Filing> => {
  const { report, site, attempt, now, language } = submission;
  const directory = await engine.directory.get();
  const event = receivedEvent(submission, directory);
  const state = applyEvent(undefined, event);
  const place = report.incident?.place;
  const regionCode = place?.regionCode ?? site.regionCode;
  const { deadlines, next, clockAt } = firstClockOf(state, site, regionCode, engine.clockPolicy);
  const seed = randomUUID();
  const secret = tokenSecret(engine.secret, seed);
  const receipt: KeptReceipt = {
    seed,
    receivedAt: now,
    status: statusLabel(state, language),
    owner: directory.reference(state.ownerId),
    deadlines: deadlines.map(keptDeadline),
  };
  const row: NewReportRow = {
    attempt: attemptHash(attempt),
    request_hash: attempt.requestHash,
    receipt,
    site_id: site.id === '' ? undefined : site.id,
    token_hash: hashTokenSecret(secret),
    classification: report.classification,
    title: report.title,
    content: report.content,
    masked_title: maskedOrNull(report.title),
    masked_content: maskedOrNull(report.content),
    category_id: report.categoryId,
    answers: report.answers,
    region_code: regionCode,
    landmark: place?.landmark,
    latitude: place?.position?.latitude,
    longitude: place?.position?.longitude,
    accuracy_metres: place?.position?.accuracyMetres,
    incident_date: report.incident?.date,
    channel: submission.channel,
    language: report.language,
    notice_version: report.privacyNotice?.version,
    sequence: state.sequence,
    status: state.status,
    owner_id: state.ownerId,
    coordinator_id: state.coordinatorId,
    anonymous: report.anonymous,
    confidential: report.confidential,
    received_at: now,
    updated_at: now,
    next_due_at: next?.dueAt,
    next_due_kind: next?.kind,
    clock_at: clockAt,
    state,
    event,
    event_hash: eventHash(undefined, event, undefined),
    reporter_name: report.reporter?.name,
    reporter_email: report.reporter?.email,
    reporter_phone: report.reporter?.phone,
    reporter_notify_by: report.reporter?.notifyBy,
  };
  const reportId =
    transaction === undefined ? await engine.fileReport(row) : (await fileReports(transaction, [row]))[0];
  return reportId === undefined
    ? { replayed: true }
    : { replayed: false, reportId, receipt: receiptOf(engine, reportId, secret, receipt) };
};

/** The receipt from what was kept of it. */
const receiptOf = ({ publicUrl }: Engine, trackingId: string, secret: string, kept: KeptReceipt): Receipt => ({
  trackingId,
  token: writeToken(trackingId, secret),
  ...receiptFrom(kept),
  // Without the site's key: that may be changed long before somebody stops following a report.
  followUrl: `${publicUrl}/forms/status?number=${trackingId}`,
});

/** Whether an attempt has filed a report. */
export const isFiled = async (database: Queryable, attempt: Uint8Array): Promise<boolean> =>
  (await database.query('select id from report where attempt = $1', [attempt])).length > 0;

/**
 * The receipt that an attempt got before, if it got one.
 *
 * @throws Refusal `idempotencyKeyReused` when the same name stood for another report.
 */
export const findReceipt = async (engine: Engine, attempt: Submission['attempt']): Promise<Receipt | undefined> => {
  const [row] = await engine.database.query<{ tracking_id: string; request_hash: Buffer; receipt: KeptReceipt }>(
    'select tracking_id, request_hash, receipt from report where attempt = $1',
    [attemptHash(attempt)],
  );
  if (row === undefined) return undefined;
  if (!row.request_hash.equals(attempt.requestHash)) throw new Refusal('idempotencyKeyReused');
  return receiptOf(engine, row.tracking_id, tokenSecret(engine.secret, row.receipt.seed), row.receipt);
};
