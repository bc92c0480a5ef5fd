import * as z from 'zod/mini';
import { Deadline } from './deadline.ts';
import { Delivery } from './delivery.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { InstitutionReference } from './institution.ts';
import { ReportStatus } from './status.ts';
import { TimelineActor } from './timeline.ts';
import { TrackingId } from './tracking-id.ts';

/** What every event about a report tells. Never who reported, never confidential content: fetch those with a key that may. */
const ReportFacts = z.object({
  trackingId: TrackingId,
  classification: z.string(),
  status: ReportStatus,
  owner: InstitutionReference,
  confidential: z.boolean(),
});

const envelope = { id: Identifier, timestamp: Instant };

/** A report was accepted. */
const ReportReceived = z.object({ ...envelope, type: z.literal('report.received'), data: ReportFacts });
/** A report's status changed. */
const ReportStatusChanged = z.object({
  ...envelope,
  type: z.literal('report.statusChanged'),
  data: z.extend(ReportFacts, { previousStatus: ReportStatus, actor: TimelineActor }),
});
/** A report has a new owner. */
const ReportOwnerChanged = z.object({
  ...envelope,
  type: z.literal('report.ownerChanged'),
  data: z.extend(ReportFacts, {
    previousOwner: InstitutionReference,
    /** What moved it, named as in the report's timeline: `disposed`, `returned` … */
    how: z.string(),
  }),
});
/** The reporter wrote, confirmed, disputed or withdrew. */
const ReportReporterActed = z.object({
  ...envelope,
  type: z.literal('report.reporterActed'),
  data: z.extend(ReportFacts, {
    /** What the reporter did, named as in the report's timeline: `replied`, `confirmed`, `disputed`, `withdrawn`, `supported`. */
    action: z.string(),
    /** The number in the report's timeline. */
    sequence: z.int(),
  }),
});
/** A deadline is near, or has passed. */
const ReportDeadline = z.object({
  ...envelope,
  type: z.enum(['report.deadlineNear', 'report.deadlineMissed']),
  data: z.extend(ReportFacts, { deadline: Deadline }),
});
/** The way to the upstream system changed. */
const ReportDelivery = z.object({
  ...envelope,
  type: z.literal('report.deliveryChanged'),
  data: z.extend(ReportFacts, { delivery: Delivery }),
});
/** Somebody pressed "send a test". */
const WebhookTest = z.object({ ...envelope, type: z.literal('webhook.test'), data: z.object({ message: z.string() }) });

/** What the gateway posts to a webhook endpoint, signed as Standard Webhooks asks. Receivers ignore types they do not know. */
export const WebhookEvent = z.discriminatedUnion('type', [
  ReportReceived,
  ReportStatusChanged,
  ReportOwnerChanged,
  ReportReporterActed,
  ReportDeadline,
  ReportDelivery,
  WebhookTest,
]);
/** What {@link WebhookEvent} parses to. */
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** Every event type that an endpoint can choose. */
export const webhookEventTypes = [
  'report.received',
  'report.statusChanged',
  'report.ownerChanged',
  'report.reporterActed',
  'report.deadlineNear',
  'report.deadlineMissed',
  'report.deliveryChanged',
] as const;
/** One of {@link webhookEventTypes}. */
export const WebhookEventType = z.enum(webhookEventTypes);
/** What {@link WebhookEventType} parses to. */
export type WebhookEventType = z.infer<typeof WebhookEventType>;
