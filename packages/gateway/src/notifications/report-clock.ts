import type { DeadlineOptions } from '@lapor/schemas/clock';
import type { Engine } from '../engine/engine.ts';
import { clockOf } from '../sites/site-clock.ts';

/** What tells where a report is at home. */
export interface ReportPlace {
  readonly site_id: string | null;
  readonly region_code: string | null;
}

/** What a report's days are counted with: its region's zone, its site's working days. */
export const reportClock = async (
  { sites }: Engine,
  { site_id: siteId, region_code: regionCode }: ReportPlace,
): Promise<Omit<DeadlineOptions, 'now'>> => {
  const site = siteId === null ? undefined : (await sites.get()).get(siteId);
  return clockOf(site, regionCode);
};
