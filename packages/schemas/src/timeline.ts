import * as z from 'zod/mini';
import { Attachment } from './attachment.ts';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';
import { InstitutionReference } from './institution.ts';
import { ReportStatus } from './status.ts';

/** Who did something, without saying which person. */
export const TimelineActor = z.object({
  /** `reporter`, `institution`, `system` or `upstream`; a newer gateway may know more. */
  kind: z.string(),
  institution: z.optional(InstitutionReference),
});
/** What {@link TimelineActor} parses to. */
export type TimelineActor = z.infer<typeof TimelineActor>;

/** One thing that happened to a report, as the reporter and the public may see it. */
export const TimelineEvent = z.object({
  /** The event's number within the report; 0 is its reception. Numbers may be missing where an event is not for everybody. */
  sequence: z.int().check(z.minimum(0)),
  /** What happened: an open set, see `lifecycleEventTypes` in `@lapor/schemas/lifecycle`. */
  type: z.string(),
  at: Instant,
  actor: TimelineActor,
  /** The event as one sentence in the language asked for. Plain text, never markup. */
  summary: z.string(),
  /** What was written: an answer, a reply, a reason. Plain text, never markup. */
  message: z.optional(z.string()),
  from: z.optional(InstitutionReference),
  to: z.optional(InstitutionReference),
  /** Why, as a code of `statusReasons`, where the event needs a reason. */
  reasonCode: z.optional(z.string()),
  status: ReportStatus,
  rating: z.optional(z.int().check(z.minimum(1), z.maximum(5))),
  attachments: z.optional(z.array(Attachment)),
});
/** What {@link TimelineEvent} parses to. */
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** One passing of a report from hand to hand. "Outside our authority" is a hop, never an end. */
export const Hop = z.object({
  from: z.optional(InstitutionReference),
  to: InstitutionReference,
  at: Instant,
  /** `received`: the first owner; `disposed`: passed on; `returned`: given back as outside the authority. An open set. */
  how: openSet(z.enum(['received', 'disposed', 'returned'])),
  reason: z.optional(z.string()),
});
/** What {@link Hop} parses to. */
export type Hop = z.infer<typeof Hop>;
