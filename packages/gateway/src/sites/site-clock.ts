import type { DeadlineOptions } from '@lapor/schemas/clock';
import { timeZoneOf } from '@lapor/schemas/regions';
import type { SiteRecord } from './site-record.ts';

/** What deadlines are counted with: the zone of the report's region, and the working days of its site. */
export const clockOf = (
  site: SiteRecord | undefined,
  regionCode: string | null | undefined,
): Omit<DeadlineOptions, 'now'> => ({
  timeZone: (regionCode ? timeZoneOf(regionCode) : undefined) ?? site?.timeZone ?? 'Asia/Jakarta',
  ...(site && { week: site.workWeek, localHolidays: site.localHolidays }),
});
