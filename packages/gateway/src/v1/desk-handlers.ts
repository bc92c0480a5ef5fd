import type { DeskSummary } from '@lapor/schemas';
import type { actOnReport, Call, listDeskReports } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import { onceShown } from '../http/once-shown.ts';
import type { RequestContext } from '../http/request-context.ts';
import { viewContextOf } from '../reports/view-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
import { actOnMany } from '../desk/act-on-many.ts';
import { auditOf } from '../desk/audit-report.ts';
import { deskIdentity } from '../desk/desk-context.ts';
import { deskSummaryOf } from '../desk/desk-summary.ts';
import { performAction } from '../desk/perform-action.ts';
import { readDeskReport, showReport } from '../desk/read-desk-report.ts';
import { removeRedactedFiles } from '../desk/remove-redacted-files.ts';
import { createTemplate, deleteTemplate, listTemplates, replaceTemplate } from '../desk/reply-templates.ts';
import { listWorkQueue } from '../desk/work-queue.ts';

/** Files that a report has, its messages and notes included, except those that are kept from everybody. */
const countAttachments = async (
  { database }: Engine,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await database.query<{ report_id: string; count: number }>(
    `select report_id, count(*)::integer as count from upload where report_id = any($1::bigint[]) and state <> 'refused' group by report_id`,
    [reportIds],
  );
  return new Map(rows.map((row) => [row.report_id, row.count]));
};

const listQueue = async (
  engine: Engine,
  { query }: Call<typeof listDeskReports>,
  context: RequestContext,
): Promise<{ items: DeskSummary[]; nextCursor: string | null }> => {
  const identity = deskIdentity(context.identity);
  const [directory, sites, { timeZone }] = await Promise.all([
    engine.directory.get(),
    engine.sites.get(),
    siteForDesk(engine, identity.institutionId),
  ]);
  const { rows, nextCursor } = await listWorkQueue(engine.database, query, {
    identity,
    directory,
    now: context.now,
    timeZone,
  });
  const counts = await countAttachments(
    engine,
    rows.map((row) => row.id),
  );
  const view = await viewContextOf(engine, context);
  const items = rows.map((row) =>
    deskSummaryOf(
      {
        row,
        site: row.site_id === null ? undefined : sites.get(row.site_id),
        attachmentCount: counts.get(row.id) ?? 0,
      },
      view,
    ),
  );
  return { items, nextCursor };
};

const act = async (
  engine: Engine,
  { parameters: { trackingId }, headers, body: action }: Call<typeof actOnReport>,
  context: RequestContext,
) => {
  const identity = deskIdentity(context.identity);
  const { language, now } = context;
  const answer = await onceShown(
    engine,
    context,
    'actOnReport',
    action,
    async (transaction) => {
      const after = await performAction(engine, transaction, {
        action,
        trackingId,
        identity,
        language,
        now,
        ifMatch: headers['if-match'],
      });
      return showReport(engine, after, identity, context, transaction);
    },
    () => readDeskReport(engine, trackingId, identity, context),
  );
  if (action.type === 'redact') await removeRedactedFiles(engine);
  return answer;
};

/** The work queue, every action on a report, and prepared answers. */
export const deskHandlers = (engine: Engine): Handlers => ({
  listDeskReports: async (call, context) => ({ status: 200, body: await listQueue(engine, call, context) }),

  getDeskReport: async ({ parameters: { trackingId } }, context) => ({
    status: 200,
    body: await readDeskReport(engine, trackingId, deskIdentity(context.identity), context),
  }),

  actOnReport: async (call, context) => ({ status: 200, ...(await act(engine, call, context)) }),

  async actOnReports({ body }, context) {
    const answer = await actOnMany(engine, body, context);
    if (body.action.type === 'redact') await removeRedactedFiles(engine);
    return { status: 200, ...answer };
  },

  auditReport: async ({ parameters: { trackingId } }, context) => ({
    status: 200,
    body: await auditOf(engine, trackingId, context),
  }),

  listReplyTemplates: async (_, context) => ({ status: 200, body: { items: await listTemplates(engine, context) } }),

  createReplyTemplate: async ({ body }, context) => ({
    status: 201,
    ...(await once(engine, context, 'createReplyTemplate', body, (transaction) =>
      createTemplate(transaction, body, context),
    )),
  }),

  replaceReplyTemplate: async ({ parameters: { templateId }, body }, context) => ({
    status: 200,
    body: await replaceTemplate(engine, templateId, body, context),
  }),

  async deleteReplyTemplate({ parameters: { templateId } }, context) {
    await deleteTemplate(engine, templateId, context);
    return { status: 204 };
  },
});
