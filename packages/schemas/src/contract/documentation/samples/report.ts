import type { Attachment } from '../../../attachment.ts';
import type { OwnPart, PublishedReport, ReportSummary } from '../../../published-report.ts';
import type { Receipt } from '../../../receipt.ts';
import type { NewReportInput } from '../../../report.ts';
import type { ReportStatus } from '../../../status.ts';
import { deadlinesAfterAnswer, deadlinesOnReception } from './deadlines.ts';
import { cityGovernment, referenceTo, transportOffice } from './institutions.ts';
import { hops, timeline } from './timeline.ts';

const content =
  'Sejak hari Jumat, 13 November 2026, lima lampu jalan di Jalan Belanti padam. Kalau malam gelap sekali, dua pengendara sudah jatuh karena lubang tidak kelihatan. Mohon diperbaiki.';

/** A photo of the place. */
export const photo: Attachment = {
  id: 'upl_4k9d2s7b',
  name: 'lampu-padam.jpg',
  mediaType: 'image/jpeg',
  bytes: 412_386,
  scan: 'clean',
};

/** The report as its reporter sends it. */
export const newReport: NewReportInput = {
  classification: 'complaint',
  title: 'Lima lampu jalan di Jalan Belanti padam',
  content,
  incident: {
    date: '2026-11-13',
    place: {
      regionCode: '13.71.04.1005',
      landmark: 'Dekat pos ronda RW 04, seberang masjid',
      position: { latitude: -0.92071, longitude: 100.35684, accuracyMetres: 12 },
    },
  },
  categoryId: 'penerangan-jalan',
  answers: { poleNumber: 'PJU-117' },
  attachments: ['upl_4k9d2s7b'],
  reporter: { name: 'Rahmi Putri', phone: '+6281200000117', notifyBy: 'sms' },
  anonymous: true,
  privacyNotice: { version: '2026-03', at: '2026-11-16T02:09:40Z' },
};

/** What the reporter gets for it. */
export const receipt: Receipt = {
  trackingId: '9165816',
  token: 'rt_Zm9sbG93LXVwLXRva2Vu',
  receivedAt: '2026-11-16T02:10:24Z',
  status: { code: 'unverified', label: 'Belum terverifikasi' },
  owner: referenceTo(cityGovernment),
  deadlines: deadlinesOnReception,
  followUrl: 'https://lapor.sumbarprov.example/laporan/9165816',
};

/** Where the report stands after the institution has answered. */
export const answered: ReportStatus = { code: 'followedUp', label: 'Ditindaklanjuti' };

/** The report in the public list. */
export const reportSummary: ReportSummary = {
  trackingId: '9165816',
  classification: 'complaint',
  title: 'Lima lampu jalan di Jalan Belanti padam',
  excerpt: 'Sejak hari Jumat, 13 November 2026, lima lampu jalan di Jalan Belanti padam. Kalau malam gelap sekali …',
  category: { id: 'penerangan-jalan', name: 'Penerangan jalan' },
  place: {
    regionCode: '13.71.04.1005',
    regionName: 'Kelurahan Lolong Belanti, Kecamatan Padang Utara, Kota Padang',
    landmark: 'Dekat pos ronda RW 04, seberang masjid',
    position: { latitude: -0.921, longitude: 100.357 },
  },
  status: answered,
  owner: referenceTo(transportOffice),
  receivedAt: '2026-11-16T02:10:24Z',
  updatedAt: '2026-11-19T08:15:47Z',
  supportCount: 4,
};

/** The report as anybody sees it. */
export const publishedReport: PublishedReport = {
  ...reportSummary,
  content,
  incidentDate: '2026-11-13',
  channel: 'website',
  hops,
  deadlines: deadlinesAfterAnswer,
  timeline,
  ombudsmanOffered: false,
};

/** What its reporter sees besides. */
export const ownPart: OwnPart = {
  content,
  reporter: { name: 'Rahmi Putri', phone: '+6281200000117', notifyBy: 'sms' },
  anonymous: true,
  confidential: false,
  attachments: [photo],
  answers: { poleNumber: 'PJU-117' },
  allowedActions: ['reply', 'confirm', 'dispute', 'withdraw'],
};

/** The report as its reporter sees it. */
export const ownReport: PublishedReport = { ...publishedReport, own: ownPart };
