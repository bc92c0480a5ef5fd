import type { CalendarYear, WorkCalendar } from './work-calendar.ts';

/**
 * One calendar with the years of all, in order. Of a year that stands in several, the last one named counts, whole:
 * a region that loads `id-2027.2` replaces `id-2027.1`, it does not add to it.
 *
 * Deadlines within the other years keep both their dates and their `calendarVersion`.
 */
export function mergeCalendars(...calendars: readonly WorkCalendar[]): WorkCalendar {
  const byYear = new Map<number, CalendarYear>();
  for (const { years } of calendars) {
    for (const year of years) byYear.set(year.year, year);
  }
  return { years: [...byYear.values()].sort((a, b) => a.year - b.year) };
}

/**
 * The versions of a calendar's tables from one year to another, inclusive, joined by `+`; `none` where it has no table.
 *
 * @example `id-2025.2+id-2026.1`
 */
export function calendarVersion(calendar: WorkCalendar, fromYear = 1970, toYear = 2199): string {
  const tables = calendar.years.filter(({ year }) => year >= fromYear && year <= toYear);
  tables.sort((a, b) => a.year - b.year);
  return tables.map(({ version }) => version).join('+') || 'none';
}
