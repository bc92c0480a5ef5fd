import type { PublishedReport } from '@lapor/schemas';
import { allowedActions } from '@lapor/schemas/lifecycle';
import { maskPersonalData } from '@lapor/schemas/text-checks';
import { attachmentsOf } from './fake-attachments.ts';
import type { FakeReport } from './fake-world.ts';
import { deadlinesIn, summaryOf, type View } from './show-summary.ts';
import { hopsOf, timelineOf } from './show-timeline.ts';

const reporterActions = ['reply', 'confirm', 'dispute', 'withdraw'];

const ownPartOf = (held: FakeReport, view: View): NonNullable<PublishedReport['own']> => {
  const { report, state } = held;
  const context = { actor: { kind: 'reporter' }, now: view.world.now(), isWithinAuthority: () => false } as const;
  return {
    content: report.content,
    ...(report.reporter && { reporter: report.reporter }),
    anonymous: state.anonymous,
    confidential: state.confidential,
    attachments: attachmentsOf(held, view),
    ...(report.answers && { answers: report.answers }),
    allowedActions: allowedActions(state, context).filter((type) => reporterActions.includes(type)),
  };
};

/** One report with its whole way, as the public, its reporter or an officer sees it. */
export const publishedReportOf = (held: FakeReport, view: View): PublishedReport => {
  const { report, state, channel } = held;
  const { world, audience } = view;
  const isPublic = audience === 'public';
  const content = isPublic ? maskPersonalData(report.content) : report.content;
  return {
    ...summaryOf(held, view),
    ...(!isPublic && { title: report.title }),
    ...((!isPublic || !state.confidential) && { content }),
    ...(report.incident?.date !== undefined && { incidentDate: report.incident.date }),
    channel,
    hops: hopsOf(held, view),
    deadlines: deadlinesIn(world, held),
    timeline: timelineOf(held, view),
    ...(state.merge && { mergedInto: state.merge.into }),
    ...(state.rating !== undefined && { rating: state.rating }),
    ombudsmanOffered: state.ombudsmanOffered,
    ...(audience === 'reporter' && { own: ownPartOf(held, view) }),
  };
};
