import * as z from 'zod/mini';
import { TimeLimit } from '../deadline.ts';

/** How long each promise may take. A gateway can set every one of them. */
export const TimeLimits = z.object({
  verification: TimeLimit,
  followUp: TimeLimit,
  reporterResponse: TimeLimit,
  /** By service standard: whether the report was judged to concern supervision (*berkadar pengawasan*). */
  completion: z.object({ nonSupervisory: TimeLimit, supervisory: TimeLimit }),
  legalLimit: TimeLimit,
});
/** What {@link TimeLimits} parses to. */
export type TimeLimits = z.infer<typeof TimeLimits>;

/**
 * The limits that SP4N-LAPOR! publishes: 3 working days to verify, 5 to follow up, 10 for the reporter to respond; 14
 * working days to complete an ordinary report and 60 a supervisory one. The legal limit is 60 plain days (UU 25/2009
 * art. 50).
 *
 * They are configuration, not constants of the law: they come from public pages of the service, and the newest
 * regulation (PermenPANRB 5/2025) could not be read when they were written down. The article also counts from the day
 * on which the file is complete, while a clock starts at the event that the lifecycle names.
 */
export const defaultTimeLimits = Object.freeze({
  verification: workingDays(3),
  followUp: workingDays(5),
  reporterResponse: workingDays(10),
  completion: Object.freeze({ nonSupervisory: workingDays(14), supervisory: workingDays(60) }),
  legalLimit: Object.freeze({ amount: 60, unit: 'day' }),
} as const) satisfies TimeLimits;

function workingDays(amount: number): Readonly<TimeLimit> {
  return Object.freeze({ amount, unit: 'workingDay' });
}
