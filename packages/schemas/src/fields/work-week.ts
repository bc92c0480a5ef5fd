import * as z from 'zod/mini';

/**
 * `fiveDays`: Monday to Friday, the rule for government offices. `sixDays`: Monday to Saturday, for units that serve
 * the public directly and were given their own week.
 *
 * Source: Peraturan Presiden 21/2023, art. 3 and 7.
 */
export const WorkWeek = z.enum(['fiveDays', 'sixDays']);
/** What {@link WorkWeek} parses to. */
export type WorkWeek = z.infer<typeof WorkWeek>;
