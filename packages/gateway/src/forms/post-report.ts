import type { KeptUpload } from '../attachments/kept-uploads.ts';
import { asRefusal } from '../http/answer-problem.ts';
import { attemptName } from '../http/idempotency.ts';
import type { HandlerOf } from '../http/handlers.ts';
import type { Identity } from '../http/request-context.ts';
import type { Refusal } from '../refusal/refusal.ts';
import { attemptHash, isFiled } from '../reports/accept-report.ts';
import { checkPage } from './check-page.ts';
import { errorSummary } from './controls.ts';
import { formPage } from './form-page.ts';
import { type FormStamp, type Pace, paceOf, readStamp, writeStamp } from './form-stamp.ts';
import type { FormState } from './form-state.ts';
import { type Html, html, nothing } from './html.ts';
import { type Fault, faultsOf, judgeReport } from './judge-report.ts';
import type { PageContent } from './page-frame.ts';
import type { FormBody } from './read-form-body.ts';
import { writeTicket } from './receipt-ticket.ts';
import { chosenCategory, reportOfValues, typedIn } from './report-of-values.ts';
import { contextOf, takeFiles } from './take-files.ts';
import { addressOf, type Visit, type VisitedSite } from './visit.ts';

/** What comes of a form that was sent: a page, or the way to the receipt. */
export type FormOutcome = PageContent | { readonly goTo: string };

/** Who files: the site, by its key. Instead of a proof of work, which needs script, the form itself is stamped and slow. */
const identityOf = ({ keyId, record }: VisitedSite): Identity => ({
  kind: 'site',
  keyId,
  site: record.features.challenge ? unchallenged(record) : record,
});

/** Sites without the proof of work; what is remembered of a site hangs on its record, so that there is one for each. */
const records = new WeakMap<VisitedSite['record'], VisitedSite['record']>();
const unchallenged = (record: VisitedSite['record']): VisitedSite['record'] => {
  const known = records.get(record) ?? { ...record, features: { ...record.features, challenge: false } };
  records.set(record, known);
  return known;
};

const isAnswer = ({ id }: Fault): boolean => id.startsWith('answer.');

const notSent = ({ say }: Visit, why: string): Html =>
  errorSummary(say.form.notSent.title, [], html`<p>${why} ${say.form.nothingLost}</p>`);

/** What keeps a form from being sent although nothing in it is wrong. */
const obstacleOf = ({ say }: Visit, values: URLSearchParams, pace: Pace): string | undefined => {
  if (typedIn(values, 'website') !== undefined) return say.formPages.trapFilled;
  if (pace === 'human') return undefined;
  return pace === 'fast' ? say.formPages.tooFast : say.formPages.stampMissing;
};

/** The attempt that a form is, as a report keeps it. */
const attemptOf = (site: VisitedSite, { attempt }: FormStamp): Uint8Array =>
  attemptHash(attemptName(identityOf(site), 'submitReport', attempt));

/** How long somebody was at a form. Whoever comes back to one that was sent may take any time: there is a receipt to be seen. */
const paceAt = async ({ engine, now }: Visit, site: VisitedSite, stamp: FormStamp): Promise<Pace> => {
  const pace = paceOf(stamp, now);
  return pace === 'late' && (await isFiled(engine.database, attemptOf(site, stamp))) ? 'human' : pace;
};

/** Takes the files; when they cannot be kept now, the page says which have to be chosen again. */
const filesOf = async (
  visit: Visit,
  site: VisitedSite,
  body: FormBody,
  stamp: FormStamp | undefined,
): Promise<{ files: readonly KeptUpload[]; faults: Fault[] }> => {
  if (!site.record.features.attachments) return { files: [], faults: [] };
  const rules = { limits: site.record.limits.attachments, attempt: stamp && attemptOf(site, stamp) };
  const { kept, faults } = await takeFiles(visit, identityOf(site), body, rules);
  return { files: kept, faults: faults.map((message) => ({ id: 'attachments', message })) };
};

/** @throws Refusal as the contract's endpoint does. */
const send = async (visit: Visit, site: VisitedSite, report: unknown, stamp: FormStamp): Promise<FormOutcome> => {
  const { engine, handlers, now, language } = visit;
  const submit = handlers.submitReport as HandlerOf<'submitReport'>;
  const context = contextOf(visit, identityOf(site), { idempotencyKey: stamp.attempt });
  const { body: receipt } = await submit({ body: report as never }, context);
  const ticket = writeTicket(engine.secret, receipt, now);
  return { goTo: `${addressOf(visit, 'receipt')}?lang=${language}&ticket=${ticket}` };
};

/** What is said when sending was refused, and whether the form gets a new name: then it is a new report. */
const afterRefusal = (
  visit: Visit,
  values: URLSearchParams,
  refusal: Refusal,
): { faults: Fault[]; why: string | undefined; isNew: boolean } => {
  const { say } = visit;
  if (refusal.code === 'idempotencyKeyReused') return { faults: [], why: say.formPages.sentBefore, isNew: true };
  if (refusal.notes.errors)
    return {
      faults: faultsOf(refusal.notes.errors, visit, chosenCategory(visit, values)),
      why: undefined,
      isNew: false,
    };
  const detail = (say.problems[refusal.code].detail as (facts: unknown) => string)(refusal.facts);
  if (refusal.code === 'attachmentRefused')
    return { faults: [{ id: 'attachments', message: detail }], why: undefined, isNew: false };
  return { faults: [], why: detail, isNew: false };
};

/**
 * Does what a form asks: shows it again with what is wrong, shows it whole to be checked, or sends it. Whatever happens,
 * what was typed is on the page that comes back.
 */
export const postReport = async (visit: Visit, site: VisitedSite, body: FormBody): Promise<FormOutcome> => {
  const { engine, now, say } = visit;
  const { values } = body;
  const known = readStamp(engine.secret, site.keyId, values.get('stamp') ?? '');
  const newStamp = (): string => writeStamp(engine.secret, site.keyId, now);
  const action = known ? (values.get('action') ?? 'review') : 'begin';

  const took = await filesOf(visit, site, body, known).catch((error: unknown) => {
    const refusal = asRefusal(error);
    if (refusal.code !== 'unavailable') throw error;
    const names = body.files.map(({ name }) => name);
    const ids = values.getAll('file').map((id) => ({ id, name: id, bytes: 0 }));
    const message = names.length > 0 ? say.formPages.chooseAgain({ names }) : undefined;
    return { files: ids, faults: message === undefined ? [] : [{ id: 'attachments', message }], refusal };
  });
  const given = { values, files: took.files, faults: took.faults };
  if ('refusal' in took) {
    const { why } = afterRefusal(visit, values, took.refusal);
    const stamp = values.get('stamp') ?? '';
    const page = await formPage(visit, site, { ...given, stamp, notice: notSent(visit, why ?? '') });
    return { ...page, status: 503, headers: { 'retry-after': '5' } };
  }
  const pace = known === undefined ? 'late' : await paceAt(visit, site, known);
  const state: FormState = { ...given, stamp: pace === 'late' ? newStamp() : (values.get('stamp') ?? '') };
  if (action === 'begin') {
    const notice = html`<p class="lead">${say.formPages.continued}</p>`;
    return formPage(visit, site, { ...state, notice });
  }
  if (action === 'edit') return formPage(visit, site, state);

  const report = reportOfValues(
    visit,
    values,
    took.files.map(({ id }) => id),
    known,
  );
  const judged = await judgeReport(visit, site, report);
  const isConsentMissing =
    site.published.privacyNotice.basis === 'consent' && typedIn(values, 'privacyNotice') === undefined;
  const faults = [
    ...took.faults,
    ...('errors' in judged ? faultsOf(judged.errors, visit, chosenCategory(visit, values)) : []),
    ...(isConsentMissing ? [{ id: 'privacyNotice', message: say.fields.privacyNotice.missing }] : []),
  ];
  // Answers are asked for on the page where everything is checked, and so are missing until then.
  if (faults.some((fault) => !isAnswer(fault))) return formPage(visit, site, { ...state, faults });
  if (action !== 'send') return checkPage(visit, site, { ...state, faults: [] });
  if (faults.length > 0) return checkPage(visit, site, { ...state, faults });

  const obstacle = obstacleOf(visit, values, pace);
  if (obstacle !== undefined || known === undefined) {
    const notice = notSent(visit, obstacle ?? say.formPages.stampMissing);
    return { ...(await checkPage(visit, site, { ...state, notice })), hasErrors: true, status: 422 };
  }
  try {
    return await send(visit, site, 'report' in judged ? judged.report : report, known);
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'unexpected') throw error;
    const { faults: found, why, isNew } = afterRefusal(visit, values, refusal);
    const notice = why === undefined ? nothing : notSent(visit, why);
    const shown = { ...state, faults: found, ...(isNew && { stamp: newStamp() }), notice };
    const page = found.some((fault) => !isAnswer(fault))
      ? await formPage(visit, site, shown)
      : await checkPage(visit, site, shown);
    const { retryAfter } = refusal.notes;
    return {
      ...page,
      hasErrors: true,
      status: refusal.code === 'unavailable' ? 503 : 422,
      ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
    };
  }
};
