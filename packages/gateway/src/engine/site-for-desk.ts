import { timeZoneOf } from '@lapor/schemas/regions';
import type { Engine } from './engine.ts';
import { defaultFeatures, limitsOf, type SiteRecord } from '../sites/site-record.ts';

/**
 * The rules under which an institution's own program files reports: those of its site, or of the nearest institution
 * above it that has one; and the defaults where none has.
 */
export const siteForDesk = async (engine: Engine, institutionId: string): Promise<SiteRecord> => {
  const [directory, sites] = await Promise.all([engine.directory.get(), engine.sites.get()]);
  const institution = directory.institutions.get(institutionId);
  const above = (institution?.path ?? []).toReversed();
  for (const id of above) {
    const site = [...sites.values()].find((candidate) => candidate.institutionId === id);
    if (site) return site;
  }
  const regionCode = institution?.regionCode ?? '31';
  const settings = { name: institution?.name ?? institutionId };
  return {
    id: '',
    institutionId,
    regionCode,
    timeZone: timeZoneOf(regionCode) ?? 'Asia/Jakarta',
    origins: [],
    createdAt: '1970-01-01T00:00:00Z',
    languages: ['id', 'en'],
    limits: limitsOf(settings),
    features: defaultFeatures,
    workWeek: 'fiveDays',
    localHolidays: [],
    settings,
  };
};
