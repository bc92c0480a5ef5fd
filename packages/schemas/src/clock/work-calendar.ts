import * as z from 'zod/mini';
import { DayOff } from '../fields/day-off.ts';

const DaysOff = z.array(DayOff).check(z.maxLength(366));

/** The days off of one year as decreed for the whole country. A later decree makes a new version, never a silent change. */
export const CalendarYear = z
  .object({
    /**
     * Names this table in every deadline that was counted with it: letters, digits, dots and dashes.
     *
     * @example `id-2026.1` is the first state of Indonesia's 2026
     */
    version: z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/)),
    year: z.int().check(z.minimum(1970), z.maximum(2199)),
    /** The decrees that the days come from, oldest first, with number and date. */
    decrees: z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.minLength(1), z.maxLength(20)),
    /** How the days were taken from the decrees, and what they were checked against. */
    source: z.string().check(z.maxLength(2000)),
    /** *Hari libur nasional*. */
    publicHolidays: DaysOff,
    /** *Cuti bersama*: days on which civil servants are on leave together. */
    collectiveLeave: DaysOff,
  })
  .check(z.superRefine(eachDayOnceAndInItsYear));
/** What {@link CalendarYear} parses to. */
export type CalendarYear = z.infer<typeof CalendarYear>;

/**
 * The days off of one or more years: the form of the file that a gateway loads when a new decree is out.
 *
 * Deadlines that reach into a year which is not among `years` are counted with its weekends only and marked provisional.
 */
export const WorkCalendar = z
  .object({ years: z.array(CalendarYear).check(z.maxLength(230)) })
  .check(z.superRefine(eachYearOnce));
/** What {@link WorkCalendar} parses to. */
export type WorkCalendar = z.infer<typeof WorkCalendar>;

type Findings = z.core.$RefinementCtx;

function eachDayOnceAndInItsYear(calendar: z.infer<typeof CalendarYear>, findings: Findings): void {
  const seen = new Set<string>();
  for (const list of ['publicHolidays', 'collectiveLeave'] as const) {
    for (const [index, { date }] of calendar[list].entries()) {
      const path = [list, index, 'date'];
      if (!date.startsWith(`${calendar.year}-`)) {
        findings.addIssue({
          code: 'custom',
          path,
          message: `\`date\` is not in ${calendar.year}, the year of this table.`,
          input: date,
        });
      }
      if (seen.has(date)) {
        findings.addIssue({
          code: 'custom',
          path,
          message: '`date` is listed twice. List it once, under the heading that the decree gives it.',
          input: date,
        });
      }
      seen.add(date);
    }
  }
}

function eachYearOnce(calendar: { years: { year: number }[] }, findings: Findings): void {
  const seen = new Set<number>();
  for (const [index, { year }] of calendar.years.entries()) {
    if (seen.has(year)) {
      findings.addIssue({
        code: 'custom',
        path: ['years', index, 'year'],
        message: `\`year\` ${year} is listed twice. Keep its newest version.`,
        input: year,
      });
    }
    seen.add(year);
  }
}
