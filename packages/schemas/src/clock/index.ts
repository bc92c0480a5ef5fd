// The clock: from what happened to what is due, in working days of the region's own calendar and zone.
// Day numbers and epoch seconds stay inside; a date goes in and out as `YYYY-MM-DD`, an instant as RFC 3339.

// Deadlines
export { deadlineOf, deadlinesOf } from './deadlines.ts';
export type { CountedDeadline, DeadlineOptions } from './deadlines.ts';
export { remainingOf } from './remaining.ts';
export type { RemainingTime } from './remaining.ts';
export { defaultTimeLimits, TimeLimits } from './time-limits.ts';

// Working days
export { addWorkingDays, countWorkingDays } from './working-days.ts';
export { defaultWorkRules, isWorkingDay } from './work-week.ts';
export type { WorkRules } from './work-week.ts';

// Days of a region
export { calendarDateIn, endOfDay, startOfDay } from './calendar-date-in.ts';

// Calendars
export { indonesianCalendar } from './calendars/indonesian-calendar.ts';
export { id2025 } from './calendars/id-2025.ts';
export { id2026 } from './calendars/id-2026.ts';
export { calendarVersion, mergeCalendars } from './merge-calendars.ts';
export { CalendarYear, WorkCalendar } from './work-calendar.ts';

// The one exception
export { ClockInputError, isClockInputError } from './clock-input-error.ts';
