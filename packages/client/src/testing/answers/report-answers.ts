import {
  answersTo,
  type FieldError,
  type NewReport,
  readTrackingId,
  type Receipt,
  type TimeZone,
} from '@lapor/schemas';
import { calendarDateIn } from '@lapor/schemas/clock';
import type { listReports, Query } from '@lapor/schemas/contract';
import { explainIssues, messagesFor } from '@lapor/schemas/messages';
import { findRegion, isWithin as isRegionWithin } from '@lapor/schemas/regions';
import * as z from 'zod/mini';
import { claimable } from '../fake-attachments.ts';
import type { FakeAnswers, FakeContext } from '../fake-gateway-options.ts';
import { FakeRefusal, refuseFaults } from '../fake-refusal.ts';
import { isWithin, referenceTo } from '../fake-directory.ts';
import { fileReport } from '../fake-report.ts';
import type { FakeReport, FakeWorld } from '../fake-world.ts';
import { fieldFault } from '../field-fault.ts';
import { nameOfCaller } from '../identify-caller.ts';
import { pageOfItems } from '../list-page.ts';
import { publishedReportOf } from '../show-report.ts';
import { deadlinesIn, statusLabel, summaryOf } from '../show-summary.ts';

/** Where links begin that are given to this caller. */
export const addressOf = ({ request }: FakeContext): string => new URL(request.url).origin;

/** What no schema can find wrong with a report: what it names and is not there, and days that have not come. */
const faultsOf = (report: NewReport, { world, language, now }: FakeContext): FieldError[] => {
  const { date, place } = report.incident ?? {};
  const errors: FieldError[] = [];
  if (place?.regionCode !== undefined && !findRegion(place.regionCode.slice(0, 5)))
    errors.push(fieldFault(language, '/incident/place/regionCode', 'unknownReference', 'region'));
  if (date !== undefined && date > calendarDateIn(now, world.site.timeZone as TimeZone))
    errors.push(fieldFault(language, '/incident/date', 'inFuture', 'incidentDate'));
  if (report.categoryId === undefined) return errors;
  const category = world.categories.get(report.categoryId);
  if (!category) return [...errors, fieldFault(language, '/categoryId', 'unknownReference', 'category')];
  const answers = report.answers ?? {};
  const { error } = z.safeParse(answersTo(category.questions), answers);
  if (!error) return errors;
  const explained = explainIssues(error, { input: answers, sentences: messagesFor(language) });
  return [...errors, ...explained.map((one) => ({ ...one, pointer: `/answers${one.pointer}` }))];
};

const receiptOf = (held: FakeReport, context: FakeContext): Receipt => {
  const { world, language } = context;
  return {
    trackingId: held.trackingId,
    token: held.token,
    receivedAt: held.state.receivedAt,
    status: statusLabel(held.state, language),
    owner: referenceTo(world, held.state.ownerId),
    deadlines: deadlinesIn(world, held),
    followUrl: `${addressOf(context)}/forms/status?number=${held.trackingId}`,
  };
};

type Filters = Omit<Query<typeof listReports>, 'cursor' | 'limit'>;

const hasWords = ({ trackingId, report }: FakeReport, text: string): boolean => {
  if (readTrackingId(text) === trackingId) return true;
  const content = `${report.title} ${report.content}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => content.includes(word));
};

/** The filters that every list of reports understands. */
export const isWanted = (world: FakeWorld, held: FakeReport, filters: Filters): boolean => {
  const { q, status, classification, category, institution, region, from, until } = filters;
  const { report, state } = held;
  const day = calendarDateIn(state.receivedAt, world.site.timeZone as TimeZone);
  return (
    (q === undefined || hasWords(held, q)) &&
    (status === undefined || state.status === status) &&
    (classification === undefined || report.classification === classification) &&
    (category === undefined || report.categoryId === category) &&
    (institution === undefined || isWithin(world, state.ownerId, institution)) &&
    (region === undefined || isRegionWithin(report.incident?.place?.regionCode ?? world.site.regionCode, region)) &&
    (from === undefined || day >= from) &&
    (until === undefined || day <= until)
  );
};

/** The report of that number. @throws FakeRefusal `notFound`. */
export const requireReport = ({ reports }: FakeWorld, trackingId: string): FakeReport => {
  const held = reports.get(trackingId);
  if (!held) throw new FakeRefusal('notFound');
  return held;
};

/** Filing, the public list, and one report. */
export const reportAnswers: FakeAnswers = {
  async submitReport({ body: report }, context) {
    const { world, caller, language } = context;
    refuseFaults(faultsOf(report, context));
    // Whether the proof is right only the gateway can tell that made the riddle; that there is one can be asked.
    if (world.site.features.challenge && caller.kind === 'site' && report.challenge === undefined)
      throw new FakeRefusal('challengeFailed');
    const claim = { ids: report.attachments ?? [], owner: nameOfCaller(caller), language };
    const uploads = claimable(world, claim);
    const held = fileReport(world, report, caller.kind === 'site' ? 'website' : 'api');
    for (const upload of uploads) upload.reportId = held.trackingId;
    const location = `${addressOf(context)}/v1/reports/${held.trackingId}`;
    return { status: 201, body: receiptOf(held, context), headers: { location } };
  },

  async listReports({ query }, { world, caller, language }) {
    const region = query.region ?? (caller.kind === 'site' ? world.site.regionCode : undefined);
    const isListed = caller.kind !== 'site' || world.site.features.publicList;
    const found = [...world.reports.values()]
      .filter((held) => isListed && !held.state.confidential && isWanted(world, held, { ...query, region }))
      .reverse();
    const items = found.map((held) => summaryOf(held, { world, language }));
    return { status: 200, body: pageOfItems('reports', query, items, query) };
  },

  async getReport({ parameters: { trackingId } }, context) {
    const { world, caller, language } = context;
    const isReporter = caller.kind === 'reporter';
    if (isReporter && caller.trackingId !== trackingId) throw new FakeRefusal('notFound');
    const held = requireReport(world, trackingId);
    if (held.state.confidential && !isReporter) throw new FakeRefusal('notFound');
    const audience = isReporter ? 'reporter' : 'public';
    return {
      status: 200,
      body: publishedReportOf(held, { world, language, audience, address: addressOf(context) }),
    };
  },
};
