import type { DocumentationOf } from './endpoint-documentation.ts';
import { newReport, ownReport, receipt, reportSummary } from './samples/report.ts';

/** The endpoints of reports, in words. */
export const reportsDocumentation: DocumentationOf<'reports'> = {
  submitReport: {
    summary: 'File a report',
    description: `
Takes a complaint (*pengaduan*), an aspiration (*aspirasi*) or a request for information (*permintaan informasi*). Only
classification, title and content are needed, unless the site insists on more (\`limits.required\`). Target and category are hints:
no report is refused for being at the wrong door. Once the answer is there, the report is kept.

\`anonymous\` hides the reporter's name from the reported institution and the public; \`confidential\` hides the content from the
public. Each works without the other.

The receipt holds the report's own \`token\`. It is shown this once: give it to the reporter, and keep it out of logs and addresses.
`.trim(),
    requestExamples: {
      full: { summary: 'A complaint with place, photo and contact, filed anonymously', value: newReport },
      smallest: {
        summary: 'The least that is taken',
        value: {
          classification: 'informationRequest',
          title: 'Jadwal pelayanan KTP-el keliling',
          content: 'Kapan pelayanan KTP-el keliling datang ke Kecamatan Padang Utara bulan ini?',
        },
      },
    },
    answerExamples: { 201: receipt },
  },
  listReports: {
    summary: 'List public reports',
    description:
      'The public list, newest first, without anything private: no reporter, no confidential report, personal data in texts masked, positions rounded. Filters add up.',
    answerExamples: { 200: { items: [reportSummary], nextCursor: 'eyJhZnRlciI6IjkxNjU4MTYifQ' } },
  },
  getReport: {
    summary: 'Read one report',
    description:
      "One report with its whole way: who has it, from hand to hand, every deadline, every answer. With a site key the answer is what anybody may see, and a confidential report comes without its content; with the report's own `rt_` token it also carries `own`.",
    answerExamples: { 200: ownReport },
  },
};
