import * as z from 'zod/mini';
import { Answers } from './answers.ts';
import { Attachment } from './attachment.ts';
import { Deadline } from './deadline.ts';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { writtenLine, writtenText } from './fields/written-text.ts';
import { Place, Position } from './incident.ts';
import { InstitutionReference } from './institution.ts';
import { KnownReporter } from './known-reporter.ts';
import { PublishedReport, ReportSummary } from './published-report.ts';
import { TrackingId } from './tracking-id.ts';

/** Who works at the desk, by what the key may do. */
export const DeskRole = z.enum(['nationalAdmin', 'institutionAdmin', 'liaisonOfficer']);
/** What {@link DeskRole} parses to. */
export type DeskRole = z.infer<typeof DeskRole>;

/** One line of the work queue. */
export const DeskSummary = z.extend(ReportSummary, {
  anonymous: z.boolean(),
  confidential: z.boolean(),
  /** The open deadline that comes next, if any is open. */
  nextDeadline: z.optional(Deadline),
  overdue: z.boolean(),
  /** How high it has been escalated; 0 is not at all. */
  escalationLevel: z.int().check(z.minimum(0)),
  /** How often it was returned as outside an authority. */
  returnCount: z.int().check(z.minimum(0)),
  attachmentCount: z.int().check(z.minimum(0)),
});
/** What {@link DeskSummary} parses to. */
export type DeskSummary = z.infer<typeof DeskSummary>;

/** A note among officers. */
export const DeskNote = z.object({
  sequence: z.int().check(z.minimum(0)),
  at: Instant,
  institution: InstitutionReference,
  message: z.string(),
  attachments: z.array(Attachment),
});
/** What {@link DeskNote} parses to. */
export type DeskNote = z.infer<typeof DeskNote>;

/** One report as its officers see it. */
export const DeskReport = z.extend(PublishedReport, {
  content: z.string(),
  supervision: z.optional(z.string()),
  /** The exact place, not the rounded one of the public view. */
  exactPlace: z.optional(z.object({ ...Place.shape, position: z.optional(z.object(Position.shape)) })),
  answers: z.optional(Answers),
  targetInstitution: z.optional(InstitutionReference),
  /** Absent when the reporter is anonymous and the key is not the coordinating or national admin's. */
  reporter: z.optional(KnownReporter),
  anonymous: z.boolean(),
  confidential: z.boolean(),
  attachments: z.array(Attachment),
  notes: z.array(DeskNote),
  /** Reports that were merged into this one, as far as this key may know of them. */
  merged: z.array(TrackingId),
  escalationLevel: z.int().check(z.minimum(0)),
  /** What this key may do now: the `type` of each possible action. */
  allowedActions: z.array(z.string()),
  /** The number of the last event: send it as `If-Match` to act only on what was seen. */
  version: z.int().check(z.minimum(0)),
});
/** What {@link DeskReport} parses to. */
export type DeskReport = z.infer<typeof DeskReport>;

/** A prepared answer. `{{reporter}}`, `{{trackingId}}`, `{{institution}}` and `{{title}}` are filled in by the desk. */
export const ReplyTemplate = z.object({
  id: Identifier,
  institutionId: Identifier,
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  text: z.string().check(z.minLength(1), z.maxLength(5000)),
});
/** What {@link ReplyTemplate} parses to. */
export type ReplyTemplate = z.infer<typeof ReplyTemplate>;

/** A new prepared answer, or a changed one. */
export const NewReplyTemplate = z.strictObject({
  name: writtenLine(1, 100),
  text: writtenText(1, 5000),
});
/** What {@link NewReplyTemplate} parses to. */
export type NewReplyTemplate = z.infer<typeof NewReplyTemplate>;
