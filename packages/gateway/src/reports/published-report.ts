import type { Attachment, OwnPart, PublishedReport, Reporter } from '@lapor/schemas';
import { deadlinesOf } from '@lapor/schemas/clock';
import { allowedActions } from '@lapor/schemas/lifecycle';
import { clockOf } from '../sites/site-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';
import { type History, noteFilesOf } from './history.ts';
import type { ReportRow } from './report-row.ts';
import { summaryOf, type ViewContext } from './report-summary.ts';
import { hopsOf, timelineOf } from './timeline.ts';

/** Everything of one report that views are made from. */
export interface WholeReport {
  readonly row: ReportRow;
  readonly site: SiteRecord | undefined;
  readonly history: History;
  /** Numbers of other reports that the caller may know of. */
  readonly nameable: ReadonlySet<string>;
  readonly reporter: Reporter | undefined;
  /** Files with links that work for the caller. */
  readonly attachments: ReadonlyMap<string, Attachment>;
}

/** The names that the contract gives to what a reporter may do. */
const reporterActions: ReadonlySet<string> = new Set(['reply', 'confirm', 'dispute', 'withdraw']);

/** What the reporter may do now. */
export const reporterActionsOf = ({ row }: WholeReport, now: string): string[] =>
  allowedActions(row.state, { actor: { kind: 'reporter' }, now, isWithinAuthority: () => false }).filter((type) =>
    reporterActions.has(type),
  );

/** What only the reporter sees. */
export const ownPartOf = (whole: WholeReport, { now }: ViewContext): OwnPart => {
  const { row, reporter, history, attachments } = whole;
  const noteFiles = noteFilesOf(history);
  return {
    content: row.content,
    ...(reporter && { reporter }),
    anonymous: row.state.anonymous,
    confidential: row.state.confidential,
    attachments: [...attachments.values()].filter(({ id }) => !noteFiles.has(id)),
    ...(row.answers && { answers: row.answers }),
    allowedActions: reporterActionsOf(whole, now),
  };
};

/** One report with its whole way, as the public sees it, or as its reporter does. */
export const publishedReportOf = (
  whole: WholeReport,
  context: ViewContext,
  audience: 'public' | 'reporter' | 'desk',
): PublishedReport => {
  const { row, site, history, nameable, attachments } = whole;
  const { state } = row;
  const isPublic = audience === 'public';
  const texts = isPublic ? (state.confidential ? 'none' : 'masked') : 'whole';
  const content = isPublic ? (row.masked_content ?? row.content) : row.content;
  const summary = summaryOf(row, context);
  return {
    ...summary,
    ...(!isPublic && { title: row.title }),
    ...((!isPublic || !state.confidential) && { content }),
    ...(row.incident_date !== null && { incidentDate: row.incident_date }),
    channel: row.channel,
    hops: hopsOf(state, history, context, texts),
    deadlines: deadlinesOf(state.spans, { ...clockOf(site, row.region_code), now: context.now }),
    timeline: timelineOf(history, context, { texts, nameable, attachments: isPublic ? new Map() : attachments }),
    ...(state.delivery && { delivery: state.delivery }),
    ...(state.merge && nameable.has(state.merge.into) && { mergedInto: state.merge.into }),
    ...(state.rating !== undefined && { rating: state.rating }),
    ombudsmanOffered: state.ombudsmanOffered,
    ...(audience === 'reporter' && { own: ownPartOf(whole, context) }),
  };
};
