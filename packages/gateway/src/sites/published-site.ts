import type { Site } from '@lapor/schemas';
import type { Directory } from '../directory/directory.ts';
import type { SiteRecord } from './site-record.ts';

/** What a site says of people's data as long as it has not written its own notice. */
const plainNotice = (controller: string): Site['privacyNotice'] => ({
  version: 'default-1',
  controller,
  text:
    'Data Anda kami gunakan untuk menangani laporan ini sebagai bagian dari tugas pelayanan publik. ' +
    'Laporan dapat diteruskan kepada instansi yang berwenang melalui SP4N-LAPOR!.\n\n' +
    'Anda berhak melihat, memperbaiki, dan meminta penghapusan data Anda. Silakan hubungi kami.',
  contact: controller,
  basis: 'notice',
});

/** A site as its form needs to know it. */
export const publishedSite = (
  site: SiteRecord,
  directory: Directory,
  { sandbox, newsChannels }: Pick<Site, 'sandbox'> & { readonly newsChannels: readonly string[] },
): Site => {
  const { settings } = site;
  const institution = directory.reference(site.institutionId);
  return {
    id: site.id,
    name: settings.name,
    regionCode: site.regionCode,
    timeZone: site.timeZone,
    workWeek: site.workWeek,
    localHolidays: [...site.localHolidays],
    institution,
    languages: [...site.languages],
    limits: site.limits,
    features: site.features,
    privacyNotice: settings.privacyNotice ?? plainNotice(institution.name),
    channels: settings.channels ?? { sms: { number: '1708' } },
    ...(newsChannels.length > 0 && { newsChannels: [...newsChannels] as NonNullable<Site['newsChannels']> }),
    ...(settings.theme && { theme: settings.theme }),
    ...(settings.map && { map: settings.map }),
    sandbox,
  };
};
