import * as z from 'zod/mini';
import { CalendarDate } from './fields/calendar-date.ts';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';
import { TimeZone } from './fields/time-zone.ts';

/**
 * What has to happen before a deadline.
 *
 * - `verification`: somebody with authority has looked at the report and passed it on.
 * - `followUp`: the responsible institution has answered, or answered again after a reply or a dispute.
 * - `reporterResponse`: the reporter may still answer; afterwards the report closes by itself.
 * - `completion`: the service standard for the whole report.
 * - `legalLimit`: the law's own limit (UU 25/2009); once it has passed, the Ombudsman may be asked.
 */
export const DeadlineKind = z.enum(['verification', 'followUp', 'reporterResponse', 'completion', 'legalLimit']);
/** What {@link DeadlineKind} parses to. */
export type DeadlineKind = z.infer<typeof DeadlineKind>;

/** How a limit is counted: in working days of the region's calendar, or in plain days. */
export const TimeLimit = z.object({
  amount: z.int().check(z.minimum(0), z.maximum(1000)),
  unit: z.enum(['workingDay', 'day']),
});
/** What {@link TimeLimit} parses to. */
export type TimeLimit = z.infer<typeof TimeLimit>;

/** How a deadline stands, as far as this kit knows. */
export const DeadlineState = z.enum(['running', 'met', 'missed', 'lifted']);
/** What {@link DeadlineState} parses to. */
export type DeadlineState = z.infer<typeof DeadlineState>;

/** One promise with a date: made by an event, kept or missed by another, never moved by anything else. */
export const Deadline = z.object({
  /** An open set: a newer gateway may make promises of other kinds. */
  kind: openSet(DeadlineKind),
  /** The event that started the clock, by its number within the report (0 is the first). */
  startedBy: z.int().check(z.minimum(0)),
  /** The day, in the region's zone, on which the clock started. Counting begins on the next day. */
  startsOn: CalendarDate,
  /** The last day, in the region's zone, on which the promise is still kept. */
  dueOn: CalendarDate,
  /** The instant at which `dueOn` ends in the region's zone. From it on, an open deadline is missed. */
  dueAt: Instant,
  /** How it was counted. Its unit is an open set. */
  limit: z.object({ ...TimeLimit.shape, unit: openSet(TimeLimit.shape.unit) }),
  /** An open set. */
  timeZone: openSet(TimeZone),
  /** Which table of holidays was counted with, for instance `id-2026.1`. */
  calendarVersion: z.string(),
  /** True when the span reaches into a year whose holidays are not decreed yet, so that the day may still move later. */
  provisional: z.boolean(),
  /** `running`: still open and in time; `met`: kept; `missed`: the day passed first; `lifted`: no longer owed. An open set. */
  state: openSet(DeadlineState),
  /** When the promise was kept or lifted. */
  endedAt: z.optional(Instant),
});
/** What {@link Deadline} parses to. */
export type Deadline = z.infer<typeof Deadline>;
