import type { DeskSummary } from '@lapor/schemas';
import { returnCountOf } from '@lapor/schemas/lifecycle';
import { nextDeadlineOf } from '../events/projection.ts';
import type { ReportRow } from '../reports/report-row.ts';
import { summaryOf, type ViewContext } from '../reports/report-summary.ts';
import { clockOf } from '../sites/site-clock.ts';
import type { SiteRecord } from '../sites/site-record.ts';

/** What one line of the work queue is made from. */
export interface SummaryParts {
  readonly row: ReportRow;
  readonly site: SiteRecord | undefined;
  readonly attachmentCount: number;
}

/** A report as one line of the work queue. A reporter who is late to respond makes nobody at the desk late. */
export const deskSummaryOf = ({ row, site, attachmentCount }: SummaryParts, context: ViewContext): DeskSummary => {
  const { state } = row;
  const next = nextDeadlineOf(state, { ...clockOf(site, row.region_code), now: context.now });
  return {
    ...summaryOf(row, context),
    title: row.title,
    anonymous: state.anonymous,
    confidential: state.confidential,
    ...(next && { nextDeadline: next }),
    overdue: next?.state === 'missed' && next.kind !== 'reporterResponse',
    escalationLevel: state.escalationLevel,
    returnCount: returnCountOf(state),
    attachmentCount,
  };
};
