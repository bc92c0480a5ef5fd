import * as z from 'zod/mini';
import { CalendarDate } from './calendar-date.ts';
import { writtenLine } from './written-text.ts';

/** A day on which offices are closed, with the Indonesian name by which the decree knows it. */
export const DayOff = z.object({
  date: CalendarDate,
  name: writtenLine(1, 200),
});
/** What {@link DayOff} parses to. */
export type DayOff = z.infer<typeof DayOff>;
