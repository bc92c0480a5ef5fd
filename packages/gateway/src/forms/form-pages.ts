import { readTrackingId } from '@lapor/schemas';
import { submitReport, getReport } from '@lapor/schemas/contract';
import type { Engine } from '../engine/engine.ts';
import { answerProblem, asRefusal } from '../http/answer-problem.ts';
import type { Handlers } from '../http/handlers.ts';
import { writeAllowance } from '../http/limit-rate.ts';
import { negotiateLanguage } from '../http/negotiate-language.ts';
import type { LimitRate, Page } from '../http/page.ts';
import { readsPages } from '../http/reads-pages.ts';
import type { Arrival } from '../http/serve-endpoint.ts';
import { siteOfKey } from '../http/site-of-key.ts';
import { Refusal } from '../refusal/refusal.ts';
import { publishedSite } from '../sites/published-site.ts';
import { limitsOf } from '../sites/site-record.ts';
import { isFormOrigin } from './form-origin.ts';
import { formPage } from './form-page.ts';
import { writeStamp } from './form-stamp.ts';
import { newsPage, postNews } from './news-page.ts';
import { answerPage } from './page-frame.ts';
import { type FormOutcome, postReport } from './post-report.ts';
import { postStatus, readReport, reporterOf } from './post-status.ts';
import { readFormBody } from './read-form-body.ts';
import { expiredReceiptPage, receiptPage } from './receipt-page.ts';
import { readTicket } from './receipt-ticket.ts';
import { refusalPage } from './refusal-page.ts';
import { entrancePage, publicReportPage } from './status-page.ts';
import { bodyLimitsFor, holdingFiles } from './take-files.ts';
import { sentencesOf, type Visit, type VisitedSite } from './visit.ts';

const languageOf = (request: Request): 'id' | 'en' => {
  const asked = new URL(request.url).searchParams.get('lang');
  return asked === 'id' || asked === 'en' ? asked : negotiateLanguage(request.headers.get('accept-language'));
};

/** What one of these pages answers, when everything that all of them need is there. */
type Answer = (visit: Visit) => Promise<FormOutcome>;

/** A visit with a site is one whose key was known; these pages have the key in their path. */
const siteIn = ({ site }: Visit): VisitedSite => {
  if (site === undefined) throw new Refusal('notFound');
  return site;
};

const showForm: Answer = async (visit) => {
  const { engine, now } = visit;
  const site = siteIn(visit);
  return formPage(visit, site, {
    values: new URLSearchParams(),
    files: [],
    faults: [],
    stamp: writeStamp(engine.secret, site.keyId, now),
  });
};

const requireFormOrigin = async ({ engine, site, request }: Visit): Promise<void> => {
  const origin = request.headers.get('origin');
  const origins = site ? site.record.origins : [...(await engine.sites.get()).values()].flatMap((one) => one.origins);
  if (!isFormOrigin(origin, { origins, publicUrl: engine.publicUrl, requestUrl: request.url }))
    throw new Refusal('originNotAllowed', { origin: origin ?? '' });
};

const takeForm: Answer = (visit) =>
  holdingFiles(async () => {
    const site = siteIn(visit);
    await requireFormOrigin(visit);
    const body = await readFormBody(visit.request, bodyLimitsFor(site.record.limits.attachments));
    return postReport(visit, site, body);
  });

const showReceipt: Answer = async (visit) => {
  const { engine, request, now } = visit;
  const facts = readTicket(engine.secret, new URL(request.url).searchParams.get('ticket') ?? '', now);
  const reporter = facts && (await reporterOf(visit, facts.trackingId, facts.token));
  if (facts === undefined || reporter === undefined) return expiredReceiptPage(visit);
  return receiptPage(visit, siteIn(visit), facts, await readReport(visit, reporter, facts.trackingId));
};

const showStatus: Answer = async (visit) => {
  const typed = new URL(visit.request.url).searchParams.get('number') ?? '';
  const number = readTrackingId(typed);
  const entrance = entrancePage(visit, { number: number ?? '', token: '', faults: [] });
  if (number === undefined) return entrance;
  // A report that is not there, and one that nobody else may see, look the same.
  return readReport(visit, { kind: 'anyone' }, number).then(
    (report) => publicReportPage(visit, report),
    (error: unknown) => {
      if (asRefusal(error).code === 'notFound') return entrance;
      throw error;
    },
  );
};

const takeStatus: Answer = (visit) =>
  holdingFiles(async () => {
    await requireFormOrigin(visit);
    const { attachments } = visit.site?.record.limits ?? limitsOf({ name: '' });
    const body = await readFormBody(visit.request, bodyLimitsFor(attachments));
    return postStatus(visit, body);
  });

/** A word or two. */
const newsBody = { fileBytes: 1, files: 0, totalBytes: 4_096 };

/** Whatever page it is posted from: the address is proof enough, and mail programs post it from nowhere. */
const takeNews: Answer = async (visit) => postNews(visit, await readFormBody(visit.request, newsBody));

/**
 * The pages for people without script: the form with its receipt, and the status of a report. What they do, they do
 * through the handlers of the contract, so that a report is accepted in one way only.
 */
export const formPages = (engine: Engine, handlers: Handlers): readonly Page[] => {
  /** Sites as they were last seen: a page about trouble is to look like the site also while the database is away. */
  const seen = new Map<string, VisitedSite>();

  const visitedSite = async (siteKey: string): Promise<VisitedSite> => {
    const { site, keyId } = await siteOfKey(engine, siteKey);
    const published = publishedSite(site, await engine.directory.get(), engine);
    const visited = { siteKey, keyId, record: site, published };
    if (seen.size > 1000) seen.clear();
    seen.set(siteKey, visited);
    return visited;
  };

  const visitOf = async ({ request, requestId, address, path }: Arrival): Promise<Visit> => {
    await engine.clock.refresh?.();
    const language = languageOf(request);
    const { siteKey } = path;
    return {
      engine,
      handlers,
      directory: await engine.directory.get(),
      site: siteKey === undefined ? undefined : await visitedSite(siteKey),
      language,
      say: sentencesOf(language),
      now: engine.clock.now(),
      request,
      requestId,
      address,
    };
  };

  /** A visit to which nothing but what is in memory belongs: for the page that tells of trouble. */
  const bareVisit = ({ request, requestId, address, path }: Arrival): Visit => {
    const language = languageOf(request);
    return {
      engine,
      handlers,
      directory: undefined as never,
      site: seen.get(path['siteKey'] ?? ''),
      language,
      say: sentencesOf(language),
      now: engine.clock.now(),
      request,
      requestId,
      address,
    };
  };

  const answer = async (arrival: Arrival, limitRate: LimitRate, answers: Answer): Promise<Response> => {
    const visit = await visitOf(arrival);
    const endpoint = arrival.request.method === 'POST' ? submitReport : getReport;
    const { site } = visit;
    const identity = site
      ? ({ kind: 'site', keyId: site.keyId, site: site.record } as const)
      : ({ kind: 'anyone' } as const);
    writeAllowance(arrival.headers, await limitRate(endpoint, identity, arrival.address));
    const outcome = await answers(visit);
    if ('goTo' in outcome) {
      const headers = {
        ...arrival.headers,
        location: outcome.goTo,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      };
      return new Response(null, { status: 303, headers });
    }
    return answerPage(visit, outcome, arrival.headers);
  };

  const tellTrouble = (error: unknown, arrival: Arrival, name: string): Response => {
    engine.journal.failed(error, { requestId: arrival.requestId, operation: name });
    if (!readsPages(arrival.request)) return answerProblem(error, arrival.requestId, arrival.request, arrival.headers);
    const visit = bareVisit(arrival);
    return answerPage(visit, refusalPage(visit, asRefusal(error)), arrival.headers);
  };

  const page = (name: string, path: Page['path'], answers: { readonly GET: Answer; readonly POST?: Answer }): Page => ({
    name,
    path,
    methods: answers.POST ? ['GET', 'POST'] : ['GET'],
    answer: (arrival, limitRate) => {
      const chosen = arrival.request.method === 'POST' ? (answers.POST ?? answers.GET) : answers.GET;
      return answer(arrival, limitRate, chosen).catch((error: unknown) => tellTrouble(error, arrival, name));
    },
  });

  return [
    page('followReport', '/forms/status', { GET: showStatus, POST: takeStatus }),
    page('newsOfReport', '/forms/news', { GET: newsPage, POST: takeNews }),
    page('reportForm', '/forms/{siteKey}', { GET: showForm, POST: takeForm }),
    page('reportReceipt', '/forms/{siteKey}/receipt', { GET: showReceipt }),
    page('followReportOfSite', '/forms/{siteKey}/status', { GET: showStatus, POST: takeStatus }),
  ];
};
