import type {
  Confirmation,
  Dispute,
  NewReportInput,
  PublishedReport,
  Receipt,
  Reply,
  ReportSummary,
  TrackingId,
  Withdrawal,
} from '@lapor/schemas';
import {
  confirmReport,
  disputeReport,
  getReport,
  listReports,
  replyToReport,
  submitReport,
  supportReport,
  withdrawReport,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions, ReporterOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { attemptOf } from './attempt-of.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';

/** Reports: to send one, to follow it, and what its reporter can do. */
export interface Reports {
  /**
   * Sends a report. When the receipt is there, the report is kept. Safe to call again after a failure: the same object is
   * the same report, and the gateway takes it once.
   *
   * To be as safe over a reload, make the attempt's name yourself and hold it with the draft. A copy of the object, or
   * another object with the same words, is another report.
   *
   * @throws {@link RefusedError} with a pointer for each fault; {@link ConflictError} `idempotencyKeyReused` when this
   * object was changed after it had arrived; and as every call.
   * @example
   * const receipt = await client.reports.submit({
   *   classification: 'complaint',
   *   title: 'Jembatan gantung putus',
   *   content: 'Jembatan gantung di Jorong Koto Tuo putus sejak Senin.',
   * });
   * console.log(receipt.trackingId);
   * @example
   * const draft = { report, idempotencyKey: createIdempotencyKey() };
   * localStorage.setItem('draft', JSON.stringify(draft));
   * await client.reports.submit(draft.report, { idempotencyKey: draft.idempotencyKey });
   */
  submit(report: NewReportInput, options?: KeyedOptions): Promise<Receipt>;

  /**
   * The public list, newest first.
   *
   * @example
   * for await (const report of client.reports.list({ region: '13.71' })) console.log(report.title);
   * @example
   * const { items, nextCursor } = await client.reports.list({ q: 'jembatan', limit: 10 }).page();
   */
  list(query?: ListQuery<typeof listReports>, options?: CallOptions): PagedList<ReportSummary>;

  /**
   * One report. With its token also what only the reporter sees, in `own`.
   *
   * @example const report = await client.reports.get(receipt.trackingId, { token: receipt.token });
   */
  get(trackingId: TrackingId, options?: CallOptions & Partial<ReporterOptions>): Promise<PublishedReport>;

  /**
   * Says "this concerns me too". Counted once a person, as far as that can be told.
   *
   * @example const { supportCount } = await client.reports.support('9165816');
   */
  support(trackingId: TrackingId, options?: KeyedOptions): Promise<{ supportCount: number }>;

  /**
   * Writes back to the institution, as the reporter.
   *
   * @example await client.reports.reply(trackingId, { message: 'Lampunya di tiang nomor 12.' }, { token });
   */
  reply(trackingId: TrackingId, reply: Reply, options: KeyedOptions & ReporterOptions): Promise<PublishedReport>;

  /**
   * Says that it is fixed, with a rating from 1 (poor) to 5 (very good), and closes the report.
   *
   * @example await client.reports.confirm(trackingId, { rating: 5 }, { token });
   */
  confirm(
    trackingId: TrackingId,
    confirmation: Confirmation,
    options: KeyedOptions & ReporterOptions,
  ): Promise<PublishedReport>;

  /**
   * Says that it is not fixed, and opens the report again.
   *
   * @example await client.reports.dispute(trackingId, { reason: 'Papannya lepas lagi.' }, { token });
   */
  dispute(trackingId: TrackingId, dispute: Dispute, options: KeyedOptions & ReporterOptions): Promise<PublishedReport>;

  /**
   * Takes the report back.
   *
   * @example await client.reports.withdraw(trackingId, { reason: 'Sudah saya selesaikan sendiri.' }, { token });
   */
  withdraw(
    trackingId: TrackingId,
    withdrawal: Withdrawal,
    options: KeyedOptions & ReporterOptions,
  ): Promise<PublishedReport>;
}

/**
 * Makes {@link Reports} alone, for pages where each byte counts.
 *
 * @example const reports = createReports(connect({ gateway, siteKey }));
 */
export const createReports = (connection: Connection): Reports => {
  const named = (trackingId: TrackingId) => ({ parameters: { trackingId } });
  return {
    submit: async (body, options) =>
      (await call(connection, submitReport, { ...options, body, idempotencyKey: attemptOf(body, options) })).body,
    list: (query, options) => listOf(query, options, (parts) => call(connection, listReports, parts)),
    get: async (id, options) => (await call(connection, getReport, { ...options, ...named(id) })).body,
    support: async (id, options) => (await call(connection, supportReport, { ...options, ...named(id) })).body,
    reply: async (id, body, options) =>
      (await call(connection, replyToReport, { ...options, ...named(id), body })).body,
    confirm: async (id, body, options) =>
      (await call(connection, confirmReport, { ...options, ...named(id), body })).body,
    dispute: async (id, body, options) =>
      (await call(connection, disputeReport, { ...options, ...named(id), body })).body,
    withdraw: async (id, body, options) =>
      (await call(connection, withdrawReport, { ...options, ...named(id), body })).body,
  };
};
