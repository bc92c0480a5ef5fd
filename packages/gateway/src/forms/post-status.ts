import { type PublishedReport, readTrackingId } from '@lapor/schemas';
import { getReport } from '@lapor/schemas/contract';
import { asRefusal } from '../http/answer-problem.ts';
import type { HandlerOf } from '../http/handlers.ts';
import { identifyPresented } from '../http/identify.ts';
import type { Identity } from '../http/request-context.ts';
import { readToken } from '../keys/report-token.ts';
import { limitsOf } from '../sites/site-record.ts';
import { type ReporterActionName, reporterActions } from './action-forms.ts';
import { errorSummary } from './controls.ts';
import { html } from './html.ts';
import type { Fault } from './judge-report.ts';
import type { PageContent } from './page-frame.ts';
import type { FormBody } from './read-form-body.ts';
import { isToldAlready, performAction, type TypedAction } from './perform-action.ts';
import { typedIn } from './report-of-values.ts';
import { entrancePage, ownReportPage } from './status-page.ts';
import { contextOf, takeFiles } from './take-files.ts';
import type { Visit } from './visit.ts';

/** Reads one report as whoever has opened it sees it. */
export const readReport = async (visit: Visit, identity: Identity, trackingId: string): Promise<PublishedReport> => {
  const read = visit.handlers.getReport as HandlerOf<'getReport'>;
  return (await read({ parameters: { trackingId } }, contextOf(visit, identity))).body;
};

/** Who has this token; nobody when it opens another report, or none. */
export const reporterOf = async ({ engine }: Visit, number: string, token: string): Promise<Identity | undefined> => {
  if (readToken(token) === undefined) return undefined;
  try {
    const identity = await identifyPresented(engine, getReport, token, null);
    return identity.kind === 'reporter' && identity.trackingId === number ? identity : undefined;
  } catch (error) {
    if (asRefusal(error).code === 'keyUnknown') return undefined;
    throw error;
  }
};

/** What is shown when the same showing of the page has sent something before: that it is done, or what to do about the rest. */
const whenSentBefore = async (
  visit: Visit,
  identity: Identity,
  number: string,
  token: string,
  action: TypedAction,
): Promise<PageContent> => {
  const { say } = visit;
  const report = await readReport(visit, identity, number);
  if (isToldAlready(report, action))
    return ownReportPage(visit, token, report, { done: say.followUp[action.name].done });
  return ownReportPage(visit, token, report, {
    action: { ...action, attempt: crypto.randomUUID(), faults: [] },
    status: 409,
    notice: errorSummary(say.followUp.notDone.title, [], html`<p>${say.followUp.sentBefore}</p>`),
  });
};

const act = async (
  visit: Visit,
  identity: Identity,
  number: string,
  token: string,
  name: ReporterActionName,
  form: FormBody,
): Promise<PageContent> => {
  const { say } = visit;
  const { values } = form;
  const { attachments } = visit.site?.record.limits ?? limitsOf({ name: '' });
  const hasFiles = name === 'reply' || name === 'dispute';
  const taken = hasFiles ? await takeFiles(visit, identity, form, { limits: attachments }) : { kept: [], faults: [] };
  const attempt = /^[\w-]{8,64}$/.exec(values.get('attempt') ?? '')?.[0] ?? crypto.randomUUID();
  const action = { name, values, files: taken.kept, attempt };
  const again = async (faults: readonly Fault[], why?: string, status = 422): Promise<PageContent> =>
    ownReportPage(visit, token, await readReport(visit, identity, number), {
      action: { ...action, faults },
      status,
      ...(why !== undefined && { notice: errorSummary(say.followUp.notDone.title, [], html`<p>${why}</p>`) }),
    });
  const fileFaults = taken.faults.map((message) => ({ id: `${name}-attachments`, message }));
  if (fileFaults.length > 0) return again(fileFaults);
  try {
    const report = await performAction(visit, identity, number, action);
    return ownReportPage(visit, token, report, { done: say.followUp[name].done });
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal.code === 'unexpected' || refusal.code === 'unavailable') throw error;
    if (refusal.code === 'idempotencyKeyReused') return whenSentBefore(visit, identity, number, token, action);
    const faults = (refusal.notes.errors ?? []).map(({ pointer, message }) => ({
      id: `${name}-${pointer.split('/')[1]}`,
      message,
    }));
    const detail = (say.problems[refusal.code].detail as (facts: unknown) => string)(refusal.facts);
    return again(faults, faults.length > 0 ? undefined : detail, faults.length > 0 ? 422 : 409);
  }
};

const isAction = (name: string | null): name is ReporterActionName =>
  reporterActions.includes(name as ReporterActionName);

/** Opens a report for whoever has its number and key, and does what is asked with it. */
export const postStatus = async (visit: Visit, form: FormBody): Promise<PageContent> => {
  const { say } = visit;
  const { values } = form;
  const typed = { number: typedIn(values, 'number') ?? '', token: (values.get('token') ?? '').replace(/\s/g, '') };
  // A key begins with the number of its report, so that one of them is enough.
  const number = readTrackingId(typed.number) ?? (typed.number === '' ? readToken(typed.token)?.trackingId : undefined);
  const faults: Fault[] = [
    ...(number === undefined && typed.number === '' ? [{ id: 'number', message: say.fields.trackingId.missing }] : []),
    ...(typed.token === '' ? [{ id: 'token', message: say.followUp.token.missing }] : []),
  ];
  if (faults.length > 0) return entrancePage(visit, { ...typed, faults }, 422);
  const identity = number === undefined ? undefined : await reporterOf(visit, number, typed.token);
  if (number === undefined || identity === undefined)
    return entrancePage(visit, { ...typed, faults: [{ id: 'token', message: say.followUp.notFound }] }, 404);
  const action = values.get('action');
  if (isAction(action)) return act(visit, identity, number, typed.token, action, form);
  return ownReportPage(visit, typed.token, await readReport(visit, identity, number));
};
