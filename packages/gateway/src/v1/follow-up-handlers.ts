import { createHash } from 'node:crypto';
import type { PublishedReport } from '@lapor/schemas';
import type { EventActor, ReporterAction } from '@lapor/schemas/lifecycle';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import type { Queryable } from '../database/database.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import { onceShown } from '../http/once-shown.ts';
import { Refusal } from '../refusal/refusal.ts';
import { keyIdOf, type RequestContext } from '../http/request-context.ts';
import { limitsOf } from '../sites/site-record.ts';
import { actOnReport } from '../reports/act-on-report.ts';
import { lockReports } from '../reports/lock-reports.ts';
import { publishedReportOf } from '../reports/published-report.ts';
import { readWholeReport } from '../reports/read-whole-report.ts';
import { reopenMerged } from '../reports/reopen-merged.ts';
import { viewContextOf } from '../reports/view-context.ts';
import { findReport, lockReport, type ReportRow } from '../reports/report-row.ts';

/** What a reporter does, with what is written and attached. */
interface ReporterDeed {
  readonly operation: 'replyToReport' | 'confirmReport' | 'disputeReport' | 'withdrawReport';
  readonly trackingId: string;
  readonly action: ReporterAction;
  readonly text?: string | undefined;
  readonly attachments?: readonly string[] | undefined;
  readonly body: unknown;
}

/** A token opens its own report and no other; of others it is not even told whether they exist. */
const requireOwn = ({ identity }: RequestContext, trackingId: string): void => {
  if (identity.kind !== 'reporter' || identity.trackingId !== trackingId) throw new Refusal('notFound');
};

/** The report, locked; and together with one that is taken back those that were merged into it. */
const lockOwn = async (
  transaction: Queryable,
  { trackingId, operation }: ReporterDeed,
): Promise<{ row: ReportRow; merged: ReportRow[] }> => {
  const absorbed =
    operation === 'withdrawReport' ? ((await findReport(transaction, trackingId))?.state.absorbed ?? []) : [];
  const rows = await lockReports(transaction, [trackingId, ...absorbed]);
  const row = rows.get(trackingId);
  if (row === undefined) throw new Refusal('notFound');
  // One that is being merged at this very moment was not seen: the caller is asked to try again.
  if (operation === 'withdrawReport' && row.state.absorbed.some((id) => !rows.has(id)))
    throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  return { row, merged: [...rows.values()].filter((other) => other !== row) };
};

const attachmentLimitsOf = async (engine: Engine, row: ReportRow) => {
  const site = row.site_id === null ? undefined : (await engine.sites.get()).get(row.site_id);
  return (site?.limits ?? limitsOf({ name: '' })).attachments;
};

/** The report as its reporter sees it, with who reported: of this the record of attempts must keep nothing. */
const showOwn = async (
  engine: Engine,
  row: ReportRow,
  context: RequestContext,
  database: Queryable = engine.database,
): Promise<PublishedReport> =>
  publishedReportOf(
    await readWholeReport(engine, row, { reporter: true, attachments: true }, database),
    await viewContextOf(engine, context),
    'reporter',
  );

/** Does what the reporter asks, and tells how the report stands then. */
const perform = (engine: Engine, deed: ReporterDeed, context: RequestContext) =>
  onceShown(
    engine,
    context,
    deed.operation,
    deed.body,
    async (transaction) => {
      requireOwn(context, deed.trackingId);
      const { row, merged } = await lockOwn(transaction, deed);
      const ids = deed.attachments ?? [];
      await claimAttachments(transaction, {
        ids,
        keyId: keyIdOf(context.identity),
        reportId: row.id,
        limits: await attachmentLimitsOf(engine, row),
        language: context.language,
      });
      const by: EventActor = { kind: 'reporter' };
      const after = await actOnReport(engine, transaction, row, {
        action: deed.action,
        by,
        now: context.now,
        language: context.language,
        text: deed.text,
        attachmentIds: ids,
      });
      return showOwn(engine, await reopenMerged(engine, transaction, after, merged, context), context, transaction);
    },
    async () => {
      const row = await findReport(engine.database, deed.trackingId);
      if (row === undefined) throw new Refusal('notFound');
      return showOwn(engine, row, context);
    },
  );

/** Who supports is told apart by key and address, hashed with the report: counted once, and found nowhere else. */
const supporterHash = (engine: Engine, { identity, address }: RequestContext, reportId: string): Buffer =>
  createHash('sha256')
    .update(engine.secret)
    .update(`support ${reportId} ${keyIdOf(identity)} ${address}`)
    .digest();

const support = (engine: Engine, trackingId: string, context: RequestContext) =>
  once(engine, context, 'supportReport', trackingId, async (transaction) => {
    const row = await lockReport(transaction, trackingId);
    if (row === undefined || row.state.confidential) throw new Refusal('notFound');
    const added = await transaction.query(
      'insert into report_support (report_id, supporter_hash) values ($1, $2) on conflict do nothing returning report_id',
      [row.id, supporterHash(engine, context, row.id)],
    );
    if (added.length === 0) return { supportCount: row.state.supportCount };
    const after = await actOnReport(engine, transaction, row, {
      action: { type: 'support' },
      by: { kind: 'public' },
      now: context.now,
      language: context.language,
    });
    return { supportCount: after.state.supportCount };
  });

/** What the reporter, and readers of the public list, do to a report. */
export const followUpHandlers = (engine: Engine): Handlers => ({
  replyToReport: async ({ parameters: { trackingId }, body }, context) => {
    const { message, attachments } = body;
    return {
      status: 201,
      ...(await perform(
        engine,
        { operation: 'replyToReport', trackingId, action: { type: 'reply' }, text: message, attachments, body },
        context,
      )),
    };
  },
  confirmReport: async ({ parameters: { trackingId }, body }, context) => {
    const action = { type: 'confirm', rating: body.rating } as const;
    return {
      status: 200,
      ...(await perform(engine, { operation: 'confirmReport', trackingId, action, text: body.comment, body }, context)),
    };
  },
  disputeReport: async ({ parameters: { trackingId }, body }, context) => {
    const { reason, attachments } = body;
    return {
      status: 200,
      ...(await perform(
        engine,
        { operation: 'disputeReport', trackingId, action: { type: 'dispute' }, text: reason, attachments, body },
        context,
      )),
    };
  },
  withdrawReport: async ({ parameters: { trackingId }, body }, context) => {
    return {
      status: 200,
      ...(await perform(
        engine,
        { operation: 'withdrawReport', trackingId, action: { type: 'withdraw' }, text: body?.reason, body },
        context,
      )),
    };
  },
  supportReport: async ({ parameters: { trackingId } }, context) => ({
    status: 200,
    ...(await support(engine, trackingId, context)),
  }),
});
