import * as z from 'zod/mini';
import { CalendarDate } from './fields/calendar-date.ts';
import { Instant } from './fields/instant.ts';

/** A count, or `null` where it is so small that it could point at a person. */
export const Count = z.nullable(z.int().check(z.minimum(0)));

/** One row of a breakdown. */
export const StatisticsRow = z.object({
  /** The id or code of what is counted: a status, a category, an institution, a region, a period `2026-11`. */
  key: z.string(),
  label: z.string(),
  count: Count,
});
/** What {@link StatisticsRow} parses to. */
export type StatisticsRow = z.infer<typeof StatisticsRow>;

/** How well deadlines of one kind were kept. */
export const Timeliness = z.object({
  /** The kind of deadline. */
  kind: z.string(),
  met: Count,
  missed: Count,
  running: Count,
  /** Middle of the time that was needed, in working days. */
  medianWorkingDays: z.nullable(z.number()),
});
/** What {@link Timeliness} parses to. */
export type Timeliness = z.infer<typeof Timeliness>;

/**
 * One of the four criteria by which governments judge how they handle reports: `timeliness`, `facilitation`,
 * `improvement` and `credibility`. It is worked out from the published figures alone, so that it tells nothing that they
 * hide; `null` where they hide too much.
 */
export const ServiceCriterion = z.object({
  /** An open set. */
  key: z.string(),
  label: z.string(),
  /** How it is worked out, in words. */
  definition: z.string(),
  /** The figure: a share from 0 to 1, or for `credibility` a mean rating from 1 to 5. */
  value: z.nullable(z.number()),
  /** `share` or `rating`. */
  unit: z.string(),
});
/** What {@link ServiceCriterion} parses to. */
export type ServiceCriterion = z.infer<typeof ServiceCriterion>;

/** Public figures: the answer of `GET /v1/statistics`. Confidential reports are counted, never shown apart. */
export const Statistics = z.object({
  from: z.nullable(CalendarDate),
  until: z.nullable(CalendarDate),
  asOf: Instant,
  total: z.int().check(z.minimum(0)),
  open: Count,
  completed: Count,
  /** Counts below this are given as `null`. */
  suppressedBelow: z.int().check(z.minimum(0)),
  byPeriod: z.array(StatisticsRow),
  byStatus: z.array(StatisticsRow),
  byClassification: z.array(StatisticsRow),
  byCategory: z.array(StatisticsRow),
  byInstitution: z.array(StatisticsRow),
  byRegion: z.array(StatisticsRow),
  timeliness: z.array(Timeliness),
  rating: z.object({ count: Count, mean: z.nullable(z.number()) }),
  /** The four criteria, with their definitions. */
  criteria: z.array(ServiceCriterion),
});
/** What {@link Statistics} parses to. */
export type Statistics = z.infer<typeof Statistics>;
