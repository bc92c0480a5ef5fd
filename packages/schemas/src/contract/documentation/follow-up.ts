import type { PublishedReport } from '../../published-report.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';
import { ownReport } from './samples/report.ts';

const moved = (code: string, label: string, updatedAt: string): PublishedReport => ({
  ...ownReport,
  status: { code, label },
  updatedAt,
});

/** The endpoints for what happens after a report was filed, in words. */
export const followUpDocumentation: DocumentationOf<'follow-up'> = {
  replyToReport: {
    summary: 'Write back to the institution',
    description:
      'Adds a message of the reporter (*tanggapan pelapor*). When the institution had already answered, it now owes another answer and a new deadline runs.',
    requestExamples: {
      reply: {
        summary: 'An addition',
        value: { message: 'Empat lampu sudah menyala, yang paling ujung (PJU-121) masih padam.' },
      },
    },
    answerExamples: { 201: moved('reporterReplied', 'Ditanggapi pelapor', '2026-11-20T11:42:09Z') },
  },
  supportReport: {
    summary: 'Say "this concerns me too"',
    description:
      'Adds one to `supportCount` (*dukungan*), once a person as far as that can be told without knowing who it is. A second time changes nothing and is no error.',
    answerExamples: { 200: { supportCount: 5 } },
  },
  confirmReport: {
    summary: 'Confirm that it is fixed',
    description:
      'Closes the report with a rating (*penilaian*) from 1 (poor) to 5 (very good) and, if wanted, a few words.',
    requestExamples: {
      fixed: { summary: 'Fixed, with thanks', value: { rating: 5, comment: 'Sudah terang semua. Terima kasih.' } },
    },
    answerExamples: { 200: { ...moved('completed', 'Selesai', '2026-11-20T11:42:09Z'), rating: 5 } },
  },
  disputeReport: {
    summary: 'Say that it is not fixed',
    description:
      'Opens an answered or closed report again (*buka kembali*). The long clocks run on from where they once began; the institution owes another answer.',
    requestExamples: {
      stillDark: {
        summary: 'Still broken',
        value: { reason: 'Semalam kelima lampu padam lagi.', attachments: ['upl_9s2k4d7c'] },
      },
    },
    answerExamples: { 200: moved('reporterReplied', 'Ditanggapi pelapor', '2026-11-24T13:05:30Z') },
  },
  withdrawReport: {
    summary: 'Take the report back',
    description:
      "Archives an open report at its reporter's request. What others did on it stays; nobody owes anything on it any more.",
    requestExamples: {
      settled: { summary: 'Settled otherwise', value: { reason: 'Sudah diperbaiki warga bersama PLN.' } },
    },
    answerExamples: { 200: moved('archived', 'Diarsipkan', '2026-11-17T09:12:00Z') },
  },
};
