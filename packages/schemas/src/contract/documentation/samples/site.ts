import { defaultReportLimits } from '../../../default-report-limits.ts';
import type { NewSite, SiteSettings } from '../../../site-settings.ts';
import type { Site } from '../../../site.ts';
import { cityGovernment, referenceTo } from './institutions.ts';

/** The website of the city, as a form on it sees it. */
export const site = {
  id: 'padang-kota',
  name: 'Situs resmi Pemerintah Kota Padang',
  regionCode: '13.71',
  timeZone: 'Asia/Jakarta',
  workWeek: 'fiveDays',
  localHolidays: [],
  institution: referenceTo(cityGovernment),
  languages: ['id', 'en'],
  limits: defaultReportLimits,
  features: {
    attachments: true,
    anonymous: true,
    confidential: true,
    map: true,
    publicList: true,
    suggestions: true,
    challenge: false,
  },
  privacyNotice: {
    version: '2026-03',
    controller: 'Pemerintah Kota Padang',
    text: 'Data Anda dipakai untuk menindaklanjuti laporan ini (UU 25/2009) dan diterima oleh instansi yang menanganinya. Data disimpan selama 2 tahun setelah laporan selesai.',
    contact: 'ppid@padang.example',
    url: 'https://padang.example/privasi',
    basis: 'notice',
  },
  channels: {
    sms: { number: '1708', keyword: 'PADANG' },
    nationalPage: 'https://www.lapor.go.id/instansi/pemerintah-kota-padang',
  },
  sandbox: false,
} satisfies Site;

/** What is sent to register it. */
export const newSite: NewSite = {
  id: 'padang-kota',
  institutionId: 'pemko-padang',
  name: site.name,
  regionCode: site.regionCode,
  origins: ['https://padang.example', 'https://www.padang.example'],
  languages: ['id', 'en'],
  limits: { contentMax: 5000 },
  privacyNotice: site.privacyNotice,
  channels: site.channels,
};

/** The same site as those who look after it see it. */
export const siteSettings: SiteSettings = {
  ...site,
  limits: { ...site.limits, contentMax: 5000 },
  origins: newSite.origins,
  createdAt: '2026-03-02T03:00:00Z',
};
