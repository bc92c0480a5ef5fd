import { exampleProblem } from './example-problem.ts';
import type { DocumentationOf } from './endpoint-documentation.ts';
import { deskReport, deskSummary, replyTemplate } from './samples/desk.ts';

/** The endpoints of the desk, in words. */
export const deskDocumentation: DocumentationOf<'desk'> = {
  listDeskReports: {
    summary: 'Read the work queue',
    description:
      'Reports of this institution and those below it, confidential ones included. `view` narrows the list: `mine` is what the institution itself owns, `overdue` what is late, `unassigned` what nobody has been given yet, `closed` what is done. What is due first comes first, unless `order` says otherwise.',
    answerExamples: { 200: { items: [deskSummary], nextCursor: null } },
  },
  getDeskReport: {
    summary: 'Read one report at the desk',
    description:
      'One report as its officers may see it: the whole content, the exact place, notes, and in `allowedActions` what this key may do now. The reporter of an anonymous report (*anonim*) is shown to the coordinating and national admin only.',
    answerExamples: { 200: deskReport },
  },
  actOnReport: {
    summary: 'Act on a report',
    description: `
Does one thing, told by \`type\`: verify, pass on (*disposisi*), give back as outside the authority (*bukan wewenang*), postpone,
archive, begin and answer (*tindak lanjut*), complete, merge, redact, correct, note. Texts in \`reason\` and \`message\` are read by the
reporter; only a \`note\` is not.

With \`If-Match: "8"\`, the report's \`version\`, it is refused (412) when something has happened since the report was read.
`.trim(),
    requestExamples: {
      dispose: {
        summary: 'Pass it on',
        value: { type: 'dispose', to: 'dishub-padang', reason: 'Lampu jalan diurus Dinas Perhubungan.' },
      },
      returnAsOutsideAuthority: {
        summary: 'Give it back, with a proposal',
        value: {
          type: 'returnAsOutsideAuthority',
          reason: 'Jalannya memang kami rawat, tetapi lampunya diurus Dinas Perhubungan.',
          to: 'dishub-padang',
        },
      },
      respond: {
        summary: 'Answer',
        value: {
          type: 'respond',
          message: 'Kelima lampu sudah kami ganti. Mohon diperiksa, terima kasih sudah melapor.',
        },
      },
      postpone: {
        summary: 'Wait, with a reason',
        value: {
          type: 'postpone',
          reasonCode: 'awaitingOthers',
          reason: 'Tiangnya milik PLN; kami menunggu izin pemasangan.',
          until: '2026-11-27',
        },
      },
      redact: {
        summary: 'Take a telephone number out of the content',
        value: {
          type: 'redact',
          redactions: [{ what: 'text', field: 'content', ranges: [{ start: 68, end: 82 }] }],
          reason: 'Nomor telepon pribadi.',
        },
      },
    },
    answerExamples: { 200: deskReport },
  },
  actOnReports: {
    summary: 'Act on several reports',
    description:
      'Does the same thing to up to 100 reports. Each succeeds or fails by itself: `outcomes` tells for each the status that the single call would have had, and its problem.',
    requestExamples: {
      dispose: {
        summary: 'Pass on two reports',
        value: { trackingIds: ['9165816', '9165902'], action: { type: 'dispose', to: 'dishub-padang' } },
      },
    },
    answerExamples: {
      200: {
        outcomes: [
          { trackingId: '9165816', status: 200 },
          { trackingId: '9165902', status: 409, problem: exampleProblem('actionNotPossible') },
        ],
      },
    },
  },
  auditReport: {
    summary: 'Export everything about one report',
    description:
      'For those who must check a report or pass it on, such as the inspectorate (*inspektorat*) or the Ombudsman: every event with its hash, every text, and in `chainIsWhole` whether the chain of hashes is unbroken.',
    answerExamples: {
      200: {
        trackingId: '9165816',
        exportedAt: '2026-11-20T01:00:00Z',
        chainIsWhole: true,
        events: [
          {
            sequence: 0,
            type: 'received',
            at: '2026-11-16T02:10:24Z',
            hash: '8c1f42a7d05be963f7214c80ae95d36b1f07c24de8a95b3061d4c7f29be850a3',
          },
          {
            sequence: 1,
            type: 'verified',
            at: '2026-11-16T07:45:10Z',
            hash: '27d9b05e48c1fa63907e2ad4bc185f36e0a9742c8fd1b65309e4c7821fa6bd50',
          },
        ],
        report: deskReport,
      },
    },
  },
  listReplyTemplates: {
    summary: 'List prepared answers',
    description: 'Prepared answers of this institution and those above it.',
    answerExamples: { 200: { items: [replyTemplate] } },
  },
  createReplyTemplate: {
    summary: 'Add a prepared answer',
    description:
      'The placeholders `{{reporter}}`, `{{trackingId}}`, `{{institution}}` and `{{title}}` are filled in by the desk, not by the gateway.',
    requestExamples: {
      received: { summary: 'A first answer', value: { name: replyTemplate.name, text: replyTemplate.text } },
    },
    answerExamples: { 201: replyTemplate },
  },
  replaceReplyTemplate: {
    summary: 'Change a prepared answer',
    description: 'Replaces name and text.',
    requestExamples: {
      shorter: {
        summary: 'A shorter text',
        value: { name: replyTemplate.name, text: 'Terima kasih, laporan nomor {{trackingId}} sedang kami periksa.' },
      },
    },
    answerExamples: {
      200: { ...replyTemplate, text: 'Terima kasih, laporan nomor {{trackingId}} sedang kami periksa.' },
    },
  },
  deleteReplyTemplate: {
    summary: 'Remove a prepared answer',
    description: 'Answers already given with it stay as they are.',
  },
};
