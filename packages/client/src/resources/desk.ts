import type { DeskAction, DeskReport, DeskSummary, NewReplyTemplate, ReplyTemplate, TrackingId } from '@lapor/schemas';
import {
  actOnReport,
  actOnReports,
  type AnswerBody,
  auditReport,
  type BulkOutcome,
  createReplyTemplate,
  deleteReplyTemplate,
  downloadAttachment,
  getDeskReport,
  listDeskReports,
  listReplyTemplates,
  replaceReplyTemplate,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';

/** Prepared answers. */
export interface ReplyTemplates {
  /** Those of this institution and of the ones above it. @example const templates = await client.desk.templates.list(); */
  list(options?: CallOptions): Promise<readonly ReplyTemplate[]>;
  /** Adds one. @example await client.desk.templates.create({ name: 'Terima kasih', text: 'Terima kasih atas laporan Anda.' }); */
  create(template: NewReplyTemplate, options?: KeyedOptions): Promise<ReplyTemplate>;
  /** Changes one. @example await client.desk.templates.replace(id, { name: 'Terima kasih', text: 'Terima kasih banyak.' }); */
  replace(templateId: string, template: NewReplyTemplate, options?: CallOptions): Promise<ReplyTemplate>;
  /** Removes one. @example await client.desk.templates.delete(id); */
  delete(templateId: string, options?: CallOptions): Promise<void>;
}

/** What an action can be told besides. */
export interface ActOptions extends KeyedOptions {
  /** The report's `version` as it was read: the action fails with a {@link ConflictError} when it has changed since. */
  readonly ifVersion?: number | undefined;
}

/** The work of an institution's officers. */
export interface Desk {
  /**
   * The work queue, what is due first at its head.
   *
   * @example for await (const report of client.desk.list({ view: 'overdue' })) console.log(report.trackingId);
   */
  list(query?: ListQuery<typeof listDeskReports>, options?: CallOptions): PagedList<DeskSummary>;
  /** One report as its officers see it. @example const report = await client.desk.get('9165816'); */
  get(trackingId: TrackingId, options?: CallOptions): Promise<DeskReport>;
  /**
   * Does something to a report.
   *
   * @throws {@link ConflictError} when it cannot be done now, or has changed since `ifVersion`.
   * @example await client.desk.act('9165816', { type: 'verify' }, { ifVersion: report.version });
   */
  act(trackingId: TrackingId, action: DeskAction, options?: ActOptions): Promise<DeskReport>;
  /**
   * Does the same to several reports, 100 at most. Each succeeds or fails by itself: look at every outcome.
   *
   * @example const outcomes = await client.desk.actOnAll(['9165816', '9165817'], { type: 'verify' });
   */
  actOnAll(
    trackingIds: readonly TrackingId[],
    action: DeskAction,
    options?: KeyedOptions,
  ): Promise<readonly BulkOutcome[]>;
  /** All that there is about one report: its events, and whether their chain is whole. @example const { chainIsWhole } = await client.desk.audit('9165816'); */
  audit(trackingId: TrackingId, options?: CallOptions): Promise<AnswerBody<typeof auditReport>>;
  /**
   * A file of a report, by the signed link that stands in it. It works for a short time.
   *
   * @throws TypeError when the address is no such link.
   * @example const photo = await client.desk.download(report.own.attachments[0].url);
   */
  download(url: string, options?: CallOptions): Promise<Blob>;
  readonly templates: ReplyTemplates;
}

const createTemplates = (connection: Connection): ReplyTemplates => ({
  list: async (options) => (await call(connection, listReplyTemplates, { ...options })).body.items,
  create: async (body, options) => (await call(connection, createReplyTemplate, { ...options, body })).body,
  replace: async (templateId, body, options) =>
    (await call(connection, replaceReplyTemplate, { ...options, parameters: { templateId }, body })).body,
  delete: async (templateId, options) => {
    await call(connection, deleteReplyTemplate, { ...options, parameters: { templateId } });
  },
});

/** The facts of a signed link. The host in it is left aside: the gateway may be known here by another name. */
const readLink = (url: string) => {
  try {
    const { pathname, searchParams } = new URL(url);
    const { expires = '', signature = '' } = Object.fromEntries(searchParams);
    return { parameters: { attachmentId: pathname.split('/').pop() ?? '' }, query: { expires, signature } };
  } catch (cause) {
    throw new TypeError('@lapor/client: `desk.download` needs the `url` of an attachment.', { cause });
  }
};

/** Makes {@link Desk} alone. @example const desk = createDesk(connect({ gateway, secretKey })); */
export const createDesk = (connection: Connection): Desk => {
  const named = (trackingId: TrackingId) => ({ parameters: { trackingId } });
  return {
    list: (query, options) => listOf(query, options, (parts) => call(connection, listDeskReports, parts)),
    get: async (id, options) => (await call(connection, getDeskReport, { ...options, ...named(id) })).body,
    async act(id, body, { ifVersion, ...options } = {}) {
      const headers = { ...(ifVersion !== undefined && { 'if-match': `"${ifVersion}"` }) };
      return (await call(connection, actOnReport, { ...options, ...named(id), headers, body })).body;
    },
    actOnAll: async (trackingIds, action, options) =>
      (await call(connection, actOnReports, { ...options, body: { trackingIds: [...trackingIds], action } })).body
        .outcomes,
    audit: async (id, options) => (await call(connection, auditReport, { ...options, ...named(id) })).body,
    async download(url, options) {
      const answer = await call(connection, downloadAttachment, { ...options, ...readLink(url) });
      return (answer as unknown as { readonly body: Blob }).body;
    },
    templates: createTemplates(connection),
  };
};
