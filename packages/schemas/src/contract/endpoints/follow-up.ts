import * as z from 'zod/mini';
import { PublishedReport } from '../../published-report.ts';
import { Confirmation, Dispute, Reply, Withdrawal } from '../../reporter-action.ts';
import { endpoint } from '../endpoint.ts';
import { ReportParameters } from './reports.ts';

/** Writes back to the institution. */
export const replyToReport = endpoint({
  method: 'POST',
  path: '/v1/reports/{trackingId}/replies',
  tag: 'follow-up',
  callers: ['reporter'],
  repetition: 'keyed',
  parameters: ReportParameters,
  request: { schema: Reply },
  answers: { 201: { schema: PublishedReport } },
  problems: ['notFound', 'actionNotPossible', 'attachmentRefused'],
});

/** Says "this concerns me too". Counted once a person, as far as that can be told without knowing who it is. */
export const supportReport = endpoint({
  method: 'POST',
  path: '/v1/reports/{trackingId}/support',
  tag: 'follow-up',
  callers: ['site'],
  repetition: 'keyed',
  parameters: ReportParameters,
  answers: { 200: { schema: z.object({ supportCount: z.int().check(z.minimum(0)) }) } },
  problems: ['notFound', 'actionNotPossible'],
});

/** Says that it is fixed, with a rating, and closes the report. */
export const confirmReport = endpoint({
  method: 'POST',
  path: '/v1/reports/{trackingId}/confirmation',
  tag: 'follow-up',
  callers: ['reporter'],
  repetition: 'keyed',
  parameters: ReportParameters,
  request: { schema: Confirmation },
  answers: { 200: { schema: PublishedReport } },
  problems: ['notFound', 'actionNotPossible'],
});

/** Says that it is not fixed, and opens the report again. */
export const disputeReport = endpoint({
  method: 'POST',
  path: '/v1/reports/{trackingId}/dispute',
  tag: 'follow-up',
  callers: ['reporter'],
  repetition: 'keyed',
  parameters: ReportParameters,
  request: { schema: Dispute },
  answers: { 200: { schema: PublishedReport } },
  problems: ['notFound', 'actionNotPossible', 'attachmentRefused'],
});

/** Takes the report back. */
export const withdrawReport = endpoint({
  method: 'POST',
  path: '/v1/reports/{trackingId}/withdrawal',
  tag: 'follow-up',
  callers: ['reporter'],
  repetition: 'keyed',
  parameters: ReportParameters,
  request: { schema: Withdrawal },
  answers: { 200: { schema: PublishedReport } },
  problems: ['notFound', 'actionNotPossible'],
});
