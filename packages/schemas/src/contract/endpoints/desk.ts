import * as z from 'zod/mini';
import { DeskAction } from '../../desk-action.ts';
import { DeskReport, DeskSummary, NewReplyTemplate, ReplyTemplate } from '../../desk-report.ts';
import { Identifier } from '../../fields/identifier.ts';
import { Instant } from '../../fields/instant.ts';
import { pageOf } from '../../page.ts';
import { Problem } from '../../problem.ts';
import { TrackingId } from '../../tracking-id.ts';
import { endpoint } from '../endpoint.ts';
import { ReportParameters, ReportQuery } from './reports.ts';

/** The work queue. `view` narrows it: what this institution owns itself, what is late, what nobody has yet been given. */
export const listDeskReports = endpoint({
  method: 'GET',
  path: '/v1/desk/reports',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'safe',
  query: z.extend(ReportQuery, {
    /** `mine`: what this institution owns itself; `overdue`: what is late; `unassigned`: what nobody has been given; `closed`: what is done. */
    view: z._default(z.enum(['all', 'mine', 'overdue', 'unassigned', 'closed']), 'all'),
    /** `deadline`: what is due first comes first; `received`: newest first. */
    order: z._default(z.enum(['deadline', 'received']), 'deadline'),
  }),
  answers: { 200: { schema: pageOf(DeskSummary) } },
  problems: ['cursorInvalid'],
});

/** One report as its officers see it. */
export const getDeskReport = endpoint({
  method: 'GET',
  path: '/v1/desk/reports/{trackingId}',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'safe',
  parameters: ReportParameters,
  answers: { 200: { schema: DeskReport } },
  problems: ['notFound'],
});

/** Does something to a report. With `If-Match` it is refused when the report has changed since it was read. */
export const actOnReport = endpoint({
  method: 'POST',
  path: '/v1/desk/reports/{trackingId}/actions',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: ReportParameters,
  headers: z.object({
    /** The report's `version` in quotes: refused with 412 when the report has changed since. */
    'if-match': z.optional(z.string().check(z.maxLength(100))),
  }),
  request: { schema: DeskAction },
  answers: { 200: { schema: DeskReport } },
  problems: ['notFound', 'actionNotAllowed', 'actionNotPossible', 'preconditionFailed', 'attachmentRefused'],
});

/** One report's outcome within a bulk action. */
export const BulkOutcome = z.object({
  trackingId: TrackingId,
  /** The HTTP status that the single call would have had. */
  status: z.int(),
  /** Why it was refused, where it was. */
  problem: z.optional(Problem),
});
/** What {@link BulkOutcome} parses to. */
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** Does the same thing to several reports; each succeeds or fails by itself. */
export const actOnReports = endpoint({
  method: 'POST',
  path: '/v1/desk/actions',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'keyed',
  request: {
    schema: z.strictObject({
      trackingIds: z.array(TrackingId).check(z.minLength(1), z.maxLength(100)),
      /** What to do to each of them. */
      action: DeskAction,
    }),
  },
  answers: { 200: { schema: z.object({ outcomes: z.array(BulkOutcome) }) } },
  problems: [],
});

/** Everything about one report for those who must check or pass it on: its events, its texts, and whether the chain is whole. */
export const auditReport = endpoint({
  method: 'GET',
  path: '/v1/desk/reports/{trackingId}/audit',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'safe',
  parameters: ReportParameters,
  answers: {
    200: {
      schema: z.object({
        trackingId: TrackingId,
        exportedAt: Instant,
        /** True when every event's hash follows from its content and the one before. */
        chainIsWhole: z.boolean(),
        events: z.array(z.looseObject({ sequence: z.int(), type: z.string(), at: Instant, hash: z.string() })),
        report: DeskReport,
      }),
    },
  },
  problems: ['notFound'],
});

const TemplateParameters = z.object({ templateId: Identifier });

/** Prepared answers of this institution and those above it. */
export const listReplyTemplates = endpoint({
  method: 'GET',
  path: '/v1/desk/templates',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: z.object({ items: z.array(ReplyTemplate) }) } },
  problems: [],
});

/** Adds a prepared answer. */
export const createReplyTemplate = endpoint({
  method: 'POST',
  path: '/v1/desk/templates',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'keyed',
  request: { schema: NewReplyTemplate },
  answers: { 201: { schema: ReplyTemplate } },
  problems: ['actionNotAllowed'],
});

/** Changes a prepared answer. */
export const replaceReplyTemplate = endpoint({
  method: 'PUT',
  path: '/v1/desk/templates/{templateId}',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: TemplateParameters,
  request: { schema: NewReplyTemplate },
  answers: { 200: { schema: ReplyTemplate } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** Removes a prepared answer. */
export const deleteReplyTemplate = endpoint({
  method: 'DELETE',
  path: '/v1/desk/templates/{templateId}',
  tag: 'desk',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: TemplateParameters,
  answers: { 204: {} },
  problems: ['notFound', 'actionNotAllowed'],
});
