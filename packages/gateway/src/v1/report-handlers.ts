import type { NewReport, Receipt } from '@lapor/schemas';
import { claimAttachments } from '../attachments/claim-attachments.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { attemptIn } from '../http/idempotency.ts';
import { Refusal } from '../refusal/refusal.ts';
import { type Identity, keyIdOf, type RequestContext } from '../http/request-context.ts';
import { siteForDesk } from '../engine/site-for-desk.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { acceptReport, type Filing, findReceipt, type Submission } from '../reports/accept-report.ts';
import { checkChallenge, type SolvedChallenge, spendChallenge } from '../challenge/check-challenge.ts';
import { checkReferences } from '../reports/check-references.ts';
import { publishedReportOf } from '../reports/published-report.ts';
import { createPublicList } from '../reports/public-list.ts';
import { createPublicReports } from '../reports/public-reports.ts';
import { readWholeReport } from '../reports/read-whole-report.ts';
import { findReport } from '../reports/report-row.ts';
import { viewContextOf } from '../reports/view-context.ts';

/**
 * The report, its files and its proof of work are kept together or not at all; a report with neither files nor proof needs
 * only its one statement.
 */
const file = (engine: Engine, submission: Submission, challenge: SolvedChallenge | undefined): Promise<Filing> => {
  const ids = submission.report.attachments ?? [];
  if (ids.length === 0 && challenge === undefined) return acceptReport(engine, submission);
  return engine.database.transaction(async (transaction) => {
    const filing = await acceptReport(engine, submission, transaction);
    if (filing.replayed) return filing;
    if (challenge !== undefined) await spendChallenge(transaction, challenge, submission.now);
    await claimAttachments(transaction, {
      ids,
      keyId: submission.keyId,
      reportId: filing.reportId,
      limits: submission.site.limits.attachments,
      language: submission.language,
    });
    return filing;
  });
};

/** The site under whose rules a caller files: its own, or for a program of an institution that institution's. */
const siteOf = async (engine: Engine, identity: Identity): Promise<SiteRecord> => {
  if (identity.kind === 'site') return identity.site;
  if (identity.kind === 'desk') return siteForDesk(engine, identity.institutionId);
  throw new Refusal('scopeInsufficient');
};

const answerOf = (engine: Engine, receipt: Receipt, replayed: boolean) => ({
  status: 201 as const,
  body: receipt,
  headers: {
    location: `${engine.publicUrl}/v1/reports/${receipt.trackingId}`,
    ...(replayed && { 'idempotency-replayed': 'true' }),
  },
});

/** What is wrong with a report that only the gateway can know. */
const refusalOf = async (
  engine: Engine,
  report: NewReport,
  site: SiteRecord,
  { language, now }: RequestContext,
): Promise<Refusal | undefined> => {
  const errors = await checkReferences(engine, report, { site, language, now });
  return errors.length === 0 ? undefined : new Refusal('validationFailed', { count: errors.length }, { errors });
};

const submit = async (engine: Engine, report: NewReport, context: RequestContext) => {
  const { identity, language, now } = context;
  const site = await siteOf(engine, identity);
  // A proof of work is no part of what is asked: who asks again may have had to solve another one.
  const { challenge: solution, ...asked } = report;
  const attempt = attemptIn(context, 'submitReport', asked);
  const refusal = await refusalOf(engine, report, site, context);
  // The statement itself finds repetitions. Only where it might not be reached is there a look before: a repeated report
  // gets its receipt even when its category has gone since, or its proof of work was used by the first attempt.
  if (refusal !== undefined || site.features.challenge) {
    const kept = await findReceipt(engine, attempt);
    if (kept) return answerOf(engine, kept, true);
    if (refusal !== undefined) throw refusal;
  }
  const challenge = await checkChallenge(engine, site, solution);
  const channel = context.channel ?? (identity.kind === 'site' ? 'website' : 'api');
  const submission = { report, site, channel, language, now, attempt, keyId: keyIdOf(identity) };
  const filing = await file(engine, submission, challenge);
  if (!filing.replayed) return answerOf(engine, filing.receipt, false);
  const first = await findReceipt(engine, attempt);
  // The first attempt is being filed by another replica and has not ended yet.
  if (first === undefined) throw new Refusal('idempotencyInProgress', {}, { retryAfter: 1 });
  return answerOf(engine, first, true);
};

/** Filing, the public list, and one report. */
export const reportHandlers = (
  engine: Engine,
  readPublicReport = createPublicReports(engine),
  readPage = createPublicList(engine),
): Handlers => ({
  submitReport: ({ body }, context) => submit(engine, body, context),

  async listReports({ query }, { identity, language, now }) {
    const site = identity.kind === 'site' ? identity.site : undefined;
    if (site && !site.features.publicList) return { status: 200, body: { items: [], nextCursor: null } };
    const filters = { ...query, ...(query.region === undefined && site && { region: site.regionCode }) };
    return { status: 200, body: await readPage(filters, site?.timeZone ?? 'Asia/Jakarta', { language, now }) };
  },

  async getReport({ parameters: { trackingId } }, context) {
    const { identity } = context;
    if (identity.kind !== 'reporter') {
      // A confidential report is not there for anybody but its reporter.
      const report = await readPublicReport(trackingId, context);
      if (report === undefined) throw new Refusal('notFound');
      return { status: 200, body: report };
    }
    // A token opens its own report and no other.
    const row = identity.trackingId === trackingId ? await findReport(engine.database, trackingId) : undefined;
    if (row === undefined) throw new Refusal('notFound');
    const whole = await readWholeReport(engine, row, { reporter: true, attachments: true });
    return { status: 200, body: publishedReportOf(whole, await viewContextOf(engine, context), 'reporter') };
  },
});
