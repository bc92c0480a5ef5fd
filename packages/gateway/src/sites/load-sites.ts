import { timeZoneOf } from '@lapor/schemas/regions';
import { type Cached, cached } from '../cache/cached.ts';
import { madeFromRows } from '../cache/made-from-rows.ts';
import type { Database } from '../database/database.ts';
import { instantOf } from '../time/gateway-clock.ts';
import { defaultFeatures, limitsOf, type SiteRecord, type StoredSiteSettings } from './site-record.ts';

/** A row of `site`. */
export interface SiteRow {
  id: string;
  institution_id: string;
  region_code: string;
  origins: string[];
  settings: StoredSiteSettings;
  created_at: Date;
}

/** Makes one thing of a site's row and the defaults. */
export const toSiteRecord = (row: SiteRow): SiteRecord => ({
  id: row.id,
  institutionId: row.institution_id,
  regionCode: row.region_code,
  timeZone: timeZoneOf(row.region_code) ?? 'Asia/Jakarta',
  origins: row.origins,
  createdAt: instantOf(row.created_at),
  languages: row.settings.languages ?? ['id', 'en'],
  limits: limitsOf(row.settings),
  features: { ...defaultFeatures, ...row.settings.features },
  workWeek: row.settings.workWeek ?? 'fiveDays',
  localHolidays: row.settings.localHolidays ?? [],
  settings: row.settings,
});

/** How long another replica's change to a site may go unseen, in milliseconds. */
const maxAge = 5_000;

/** Every site by id, kept for a few seconds. */
export const createSites = (database: Database): Cached<ReadonlyMap<string, SiteRecord>> => {
  const make = madeFromRows((rows: readonly SiteRow[]) => new Map(rows.map((row) => [row.id, toSiteRecord(row)])));
  return cached(
    async () =>
      make(
        await database.query<SiteRow>(
          'select id, institution_id, region_code, origins, settings, created_at from site order by id',
          [],
        ),
      ),
    maxAge,
  );
};
