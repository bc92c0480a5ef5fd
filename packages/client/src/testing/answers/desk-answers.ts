import { closedStatuses, type DeskAction } from '@lapor/schemas';
import type { listDeskReports, Query } from '@lapor/schemas/contract';
import { correctReport, faultsOfCorrection, withoutUnchanged } from '../correct-report.ts';
import { claimable } from '../fake-attachments.ts';
import type { FakeAnswers, FakeContext } from '../fake-gateway-options.ts';
import { FakeRefusal, problemOf, refuseFaults } from '../fake-refusal.ts';
import { actOn } from '../fake-report.ts';
import type { FakeReport, FakeWorld } from '../fake-world.ts';
import { deskReportOf, deskSummaryOf } from '../show-desk-report.ts';
import { fieldFault } from '../field-fault.ts';
import { nameOfCaller, officerOf } from '../identify-caller.ts';
import { pageOfItems } from '../list-page.ts';
import { redactReport } from '../redact-report.ts';
import type { View } from '../show-summary.ts';
import { addressOf, isWanted, requireReport } from './report-answers.ts';

const viewOf = (context: FakeContext): View => ({
  world: context.world,
  language: context.language,
  audience: 'desk',
  address: addressOf(context),
});

/** What an action lets people read. A correction leaves the title that was. */
const writtenIn = (action: DeskAction, { report }: FakeReport): string | undefined => {
  if (action.type === 'correct') return action.title === undefined ? undefined : report.title;
  if ('message' in action) return action.message;
  if ('reason' in action) return action.reason;
  return 'plan' in action ? action.plan : undefined;
};

const system = { kind: 'system' } as const;

/** What an action changes besides the report's own events: the other report of a merge, the texts. */
const carryOn = (held: FakeReport, action: DeskAction, mergedInto: string | undefined, context: FakeContext): void => {
  const { world, language } = context;
  const { trackingId } = held;
  const tell = (other: string, type: 'absorb' | 'release') =>
    actOn(world, requireReport(world, other), { action: { type, trackingId }, by: system, language });
  if (action.type === 'mergeInto') tell(action.trackingId, 'absorb');
  if (action.type === 'undoMerge' && mergedInto !== undefined) tell(mergedInto, 'release');
  if (action.type === 'redact') redactReport(world, held, action.redactions);
  if (action.type === 'correct') correctReport(held, action);
};

/** What else must be so, once the lifecycle allows an action. */
const check = ({ trackingId }: FakeReport, action: DeskAction, { world, language }: FakeContext): void => {
  if (action.type === 'correct') refuseFaults(faultsOfCorrection(world, action, language));
  if (action.type !== 'mergeInto') return;
  const isKnown = world.reports.has(action.trackingId);
  if (isKnown && action.trackingId !== trackingId) return;
  const code = isKnown ? 'notAllowed' : 'unknownReference';
  refuseFaults([fieldFault(language, '/trackingId', code, 'trackingId')]);
};

/** Does what the officer asks. */
const perform = (trackingId: string, asked: DeskAction, context: FakeContext, ifMatch?: string): FakeReport => {
  const { world, caller, language } = context;
  const held = requireReport(world, trackingId);
  const version = `"${held.state.sequence}"`;
  if (ifMatch !== undefined && ifMatch.trim() !== '*' && !ifMatch.split(',').some((tag) => tag.trim() === version))
    throw new FakeRefusal('preconditionFailed');
  const action = asked.type === 'correct' ? withoutUnchanged(asked, held) : asked;
  const attachmentIds = ('attachments' in action && action.attachments) || [];
  const uploads = claimable(world, { ids: attachmentIds, owner: nameOfCaller(caller), language });
  const mergedInto = held.state.merge?.into;
  actOn(world, held, {
    action,
    by: officerOf(world),
    language,
    text: writtenIn(action, held),
    attachmentIds,
    check: () => check(held, action, context),
  });
  for (const upload of uploads) upload.reportId = trackingId;
  carryOn(held, action, mergedInto, context);
  return held;
};

const isInView = (
  world: FakeWorld,
  { state }: FakeReport,
  summary: ReturnType<typeof deskSummaryOf>,
  query: Query<typeof listDeskReports>,
) => {
  const isClosed = closedStatuses.has(state.status);
  const views = {
    all: true,
    mine: state.ownerId === officerOf(world).institutionId,
    overdue: summary.overdue,
    unassigned: !isClosed && state.ownerId === state.coordinatorId && ['unverified', 'verified'].includes(state.status),
    closed: isClosed,
  };
  return views[query.view];
};

/** The work of the institution's admin. */
export const deskAnswers: FakeAnswers = {
  async listDeskReports({ query }, context) {
    const view = viewOf(context);
    const { world } = context;
    const found = [...world.reports.values()]
      .filter((held) => isWanted(world, held, query))
      .map((held) => ({ held, summary: deskSummaryOf(held, view) }))
      .filter(({ held, summary }) => isInView(world, held, summary, query))
      .map(({ summary }) => summary)
      .reverse();
    const due = ({ nextDeadline }: (typeof found)[number]) => nextDeadline?.dueAt ?? '9';
    const items = query.order === 'received' ? found : found.sort((one, two) => due(one).localeCompare(due(two)));
    return { status: 200, body: pageOfItems('desk', query, items, query) };
  },

  getDeskReport: async ({ parameters: { trackingId } }, context) => ({
    status: 200,
    body: deskReportOf(requireReport(context.world, trackingId), viewOf(context)),
  }),

  actOnReport: async ({ parameters: { trackingId }, body, headers }, context) => ({
    status: 200,
    body: deskReportOf(perform(trackingId, body, context, headers['if-match']), viewOf(context)),
  }),

  actOnReports: async ({ body: { trackingIds, action } }, context) => ({
    status: 200,
    body: {
      outcomes: trackingIds.map((trackingId) => {
        try {
          perform(trackingId, action, context);
          return { trackingId, status: 200 };
        } catch (error) {
          if (!(error instanceof FakeRefusal)) throw error;
          const problem = problemOf(error, trackingId, context.language);
          return { trackingId, status: problem.status, problem };
        }
      }),
    },
  }),
};
