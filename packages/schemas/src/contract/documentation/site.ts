import type { DocumentationOf } from './endpoint-documentation.ts';
import { cityGovernment, referenceTo, transportOffice } from './samples/institutions.ts';
import { reportSummary } from './samples/report.ts';
import { site } from './samples/site.ts';

/** The endpoints of a form before and while somebody writes, in words. */
export const siteDocumentation: DocumentationOf<'site'> = {
  getSite: {
    summary: "Read the site's settings",
    description:
      'Everything a form needs to know of the site whose key is used: region, institution, limits, features, languages, privacy notice (*pemberitahuan privasi*), other channels, theme and map. It changes rarely; keep it and ask again with `If-None-Match`.',
    answerExamples: { 200: site },
  },
  getChallenge: {
    summary: 'Get a proof-of-work challenge',
    description:
      'For sites whose `features.challenge` is true. Find the number between 0 and `maxnumber` whose hash with `salt` is `challenge`, as [ALTCHA](https://altcha.org/) describes, and send the solution in `challenge` of the report. Each challenge can be used once and for a few minutes.',
    answerExamples: {
      200: {
        algorithm: 'SHA-256',
        challenge: '3f1d9a4be0c27d58a6b34f9e7c1208d5b96e43f0a17c5d2288e90b64f3ad71c2',
        maxnumber: 100_000,
        salt: '5ad0c3e9f1b27846?expires=1795000000',
        signature: 'b8e2470c9d15fa36e7428b1c0fd95a3e6174c2b80d9f53ea1c6b72084fde9135',
      },
    },
  },
  suggest: {
    summary: 'Ask what can be said to a draft',
    description:
      'For a draft as far as it is written: the likeliest institutions with reasons that a person can check, open public reports about the same thing, personal data (*data pribadi*) found in the text, and what an operator will still ask for. All of it is advice and none of it a condition. Nothing of the draft is stored or logged.',
    requestExamples: {
      draft: {
        summary: 'A draft with a telephone number in it',
        value: {
          classification: 'complaint',
          title: 'Lampu jalan padam',
          content: 'Sudah tiga hari lampu jalan di Jalan Belanti padam. Hubungi saya di 0812-0000-0117.',
          incident: { place: { regionCode: '13.71.04.1005' } },
          attachmentCount: 0,
        },
      },
    },
    answerExamples: {
      200: {
        institutions: [
          {
            institution: referenceTo(transportOffice),
            confidence: 0.86,
            reasons: [
              { kind: 'words', text: 'Laporan menyebut “lampu jalan”.' },
              { kind: 'history', text: '41 dari 44 laporan serupa di Kota Padang ditangani Dinas Perhubungan.' },
            ],
          },
          {
            institution: referenceTo(cityGovernment),
            confidence: 0.08,
            reasons: [{ kind: 'place', text: 'Kejadiannya di Kota Padang.' }],
          },
        ],
        leaveToCoordinator: false,
        similar: [reportSummary],
        personalData: [
          {
            field: 'content',
            kind: 'phoneNumber',
            start: 68,
            end: 82,
            message: 'Tulisan Anda memuat nomor telepon. Kalau itu nomor Anda, isikan pada bagian data pelapor saja.',
          },
        ],
        missing: [
          {
            code: 'evidence',
            message: 'Punya foto atau dokumen? Lampirkan kalau ada. Laporan tanpa bukti dukung dapat diarsipkan.',
          },
        ],
      },
    },
  },
};
