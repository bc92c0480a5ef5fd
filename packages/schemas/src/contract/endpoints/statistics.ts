import * as z from 'zod/mini';
import { CalendarDate } from '../../fields/calendar-date.ts';
import { Identifier } from '../../fields/identifier.ts';
import { RegionCode } from '../../fields/region-code.ts';
import { Statistics } from '../../statistics.ts';
import { endpoint } from '../endpoint.ts';

/** Public figures of a region, an institution and a period. */
export const getStatistics = endpoint({
  method: 'GET',
  path: '/v1/statistics',
  tag: 'statistics',
  callers: ['site', 'desk'],
  repetition: 'safe',
  query: z.strictObject({
    /** Only reports from this region, whatever the level. */
    region: z.optional(RegionCode),
    /** Only reports that this institution or one below it is responsible for. */
    institution: z.optional(Identifier),
    /** First day of reception, in the site's zone. */
    from: z.optional(CalendarDate),
    /** Last day of reception, in the site's zone. */
    until: z.optional(CalendarDate),
    /** How long one row of `byPeriod` is. */
    period: z._default(z.enum(['year', 'month']), 'year'),
  }),
  answers: { 200: { schema: Statistics } },
  problems: [],
});
