import * as z from 'zod/mini';
import { Answers } from './answers.ts';
import { Attachment } from './attachment.ts';
import { Channel } from './channel.ts';
import { Deadline } from './deadline.ts';
import { Delivery } from './delivery.ts';
import { CalendarDate } from './fields/calendar-date.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { RegionCode } from './fields/region-code.ts';
import { InstitutionReference } from './institution.ts';
import { KnownReporter } from './known-reporter.ts';
import { ReportStatus } from './status.ts';
import { Hop, TimelineEvent } from './timeline.ts';
import { TrackingId } from './tracking-id.ts';

/** Where it happened, as the public may see it: the position is rounded to about a hundred metres. */
export const PublishedPlace = z.object({
  regionCode: z.optional(RegionCode),
  regionName: z.optional(z.string()),
  landmark: z.optional(z.string()),
  position: z.optional(z.object({ latitude: z.number(), longitude: z.number() })),
});
/** What {@link PublishedPlace} parses to. */
export type PublishedPlace = z.infer<typeof PublishedPlace>;

/** A report as one line of a public list. It never carries who reported. Confidential reports are not in public lists. */
export const ReportSummary = z.object({
  trackingId: TrackingId,
  /** `complaint`, `aspiration` or `informationRequest`; an open set. */
  classification: z.string(),
  title: z.string(),
  /** The content with personal data masked, shortened for lists. */
  excerpt: z.string(),
  category: z.optional(z.object({ id: Identifier, name: z.string() })),
  place: z.optional(PublishedPlace),
  status: ReportStatus,
  /** The one institution that is responsible now. */
  owner: InstitutionReference,
  receivedAt: Instant,
  updatedAt: Instant,
  /** How many others said that it concerns them too. */
  supportCount: z.int().check(z.minimum(0)),
});
/** What {@link ReportSummary} parses to. */
export type ReportSummary = z.infer<typeof ReportSummary>;

/** What only the reporter sees: with the report's own `rt_` token. */
export const OwnPart = z.object({
  content: z.string(),
  reporter: z.optional(KnownReporter),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  attachments: z.array(Attachment),
  answers: z.optional(Answers),
  /** What the reporter may do now: `reply`, `confirm`, `dispute`, `withdraw`. An open set. */
  allowedActions: z.array(z.string()),
});
/** What {@link OwnPart} parses to. */
export type OwnPart = z.infer<typeof OwnPart>;

/** One report with its whole way. Called with the report's token, it carries `own` as well. */
export const PublishedReport = z.extend(ReportSummary, {
  /** The content with personal data masked. Absent when the report is confidential. */
  content: z.optional(z.string()),
  incidentDate: z.optional(CalendarDate),
  channel: Channel,
  hops: z.array(Hop),
  deadlines: z.array(Deadline),
  timeline: z.array(TimelineEvent),
  delivery: z.optional(Delivery),
  /** The report that this one was merged into; follow that one. Absent when that one is confidential. */
  mergedInto: z.optional(TrackingId),
  rating: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  /** True when the law's limit has passed and the Ombudsman may be asked (UU 25/2009 art. 46). */
  ombudsmanOffered: z.boolean(),
  own: z.optional(OwnPart),
});
/** What {@link PublishedReport} parses to. */
export type PublishedReport = z.infer<typeof PublishedReport>;
