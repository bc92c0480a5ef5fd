import type { DeskReport, DeskSummary, ReplyTemplate } from '../../../desk-report.ts';
import { reporterResponse } from './deadlines.ts';
import { cityGovernment, referenceTo } from './institutions.ts';
import { ownPart, publishedReport, reportSummary } from './report.ts';

/** The report as one line of the work queue. */
export const deskSummary: DeskSummary = {
  ...reportSummary,
  anonymous: true,
  confidential: false,
  nextDeadline: reporterResponse,
  overdue: false,
  escalationLevel: 0,
  returnCount: 1,
  attachmentCount: 1,
};

/** The report as the officers of the responsible institution see it: without the reporter, who is anonymous to them. */
export const deskReport: DeskReport = {
  ...publishedReport,
  content: ownPart.content,
  supervision: 'nonSupervisory',
  exactPlace: {
    regionCode: '13.71.04.1005',
    landmark: 'Dekat pos ronda RW 04, seberang masjid',
    position: { latitude: -0.92071, longitude: 100.35684, accuracyMetres: 12 },
  },
  answers: { poleNumber: 'PJU-117' },
  anonymous: true,
  confidential: false,
  attachments: ownPart.attachments,
  notes: [
    {
      sequence: 7,
      at: '2026-11-19T08:20:05Z',
      institution: referenceTo(cityGovernment),
      message: 'Minta foto sesudah perbaikan untuk arsip.',
      attachments: [],
    },
  ],
  merged: ['9165902'],
  escalationLevel: 0,
  allowedActions: ['startFollowUp', 'respond', 'complete', 'note'],
  version: 8,
};

/** A prepared answer. */
export const replyTemplate: ReplyTemplate = {
  id: 'tpl_terima',
  institutionId: 'dishub-padang',
  name: 'Terima kasih, sedang kami periksa',
  text: 'Terima kasih, {{reporter}}. Laporan nomor {{trackingId}} sudah kami terima dan sedang kami periksa. Salam, {{institution}}.',
};
