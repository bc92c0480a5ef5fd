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
});
/** What {@link Statistics} parses to. */
export type Statistics = z.infer<typeof Statistics>;
