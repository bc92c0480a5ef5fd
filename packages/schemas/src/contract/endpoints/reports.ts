import * as z from 'zod/mini';
import { Classification } from '../../classification.ts';
import { CalendarDate } from '../../fields/calendar-date.ts';
import { Identifier } from '../../fields/identifier.ts';
import { RegionCode } from '../../fields/region-code.ts';
import { writtenLine } from '../../fields/written-text.ts';
import { PageQuery, pageOf } from '../../page.ts';
import { PublishedReport, ReportSummary } from '../../published-report.ts';
import { Receipt } from '../../receipt.ts';
import { NewReport } from '../../report.ts';
import { KnownStatusCode } from '../../status.ts';
import { TrackingId } from '../../tracking-id.ts';
import { endpoint } from '../endpoint.ts';

/** The path parameter that names a report. */
export const ReportParameters = z.object({ trackingId: TrackingId });

/** Files a report. Once the answer is there, the report is kept. */
export const submitReport = endpoint({
  method: 'POST',
  path: '/v1/reports',
  tag: 'reports',
  callers: ['site', 'desk'],
  repetition: 'keyed',
  request: { schema: NewReport },
  answers: {
    201: {
      schema: Receipt,
      headers: z.object({
        /** Where the report can be read. */
        location: z.string(),
      }),
    },
  },
  problems: ['challengeFailed', 'attachmentRefused'],
});

/** The filters of the public list. */
export const ReportQuery = z.extend(PageQuery, {
  /** Words in title and content, or a tracking id. */
  q: z.optional(writtenLine(1, 100)),
  /** Only reports in this status. */
  status: z.optional(KnownStatusCode),
  /** Only reports of this kind. */
  classification: z.optional(Classification),
  /** Only reports of this category or one below it. */
  category: z.optional(Identifier),
  /** Only reports that this institution or one below it is responsible for. */
  institution: z.optional(Identifier),
  /** Only reports from this region, whatever the level. */
  region: z.optional(RegionCode),
  /** First day of reception, in the site's zone. */
  from: z.optional(CalendarDate),
  /** Last day of reception, in the site's zone. */
  until: z.optional(CalendarDate),
});

/** The public list, newest first. */
export const listReports = endpoint({
  method: 'GET',
  path: '/v1/reports',
  tag: 'reports',
  callers: ['site', 'desk'],
  repetition: 'safe',
  query: ReportQuery,
  answers: { 200: { schema: pageOf(ReportSummary) } },
  problems: ['cursorInvalid'],
});

/** One report; with its `rt_` token also what only the reporter sees. */
export const getReport = endpoint({
  method: 'GET',
  path: '/v1/reports/{trackingId}',
  tag: 'reports',
  callers: ['site', 'reporter'],
  repetition: 'safe',
  parameters: ReportParameters,
  answers: { 200: { schema: PublishedReport } },
  problems: ['notFound'],
});
