import type { DocumentationOf } from './endpoint-documentation.ts';
import { sampleStatistics } from './samples/statistics.ts';

const key =
  'The publishable key stands in the path, because feed readers and catalogues send an address and nothing else; it may be used from any page. A site that has no public list answers 404.';

/** The endpoints of open data, in words. */
export const openDataDocumentation: DocumentationOf<'open-data'> = {
  exportReportsAsCsv: {
    summary: 'Download public reports as CSV',
    description: `Every public report of the site's region, newest first, as RFC 4180 in UTF-8 with a header line. It is written while it is read, so that a large region is no burden. A text that a spreadsheet would take for a formula begins with an apostrophe. Confidential reports and everything that tells who reported are never in it. ${key}`,
  },
  exportReportsAsJson: {
    summary: 'Read public reports as open data',
    description: `The rows of the CSV in pages of up to 1,000, without the apostrophes. ${key}`,
    answerExamples: {
      200: {
        items: [
          {
            trackingId: '9165816',
            classification: 'complaint',
            title: 'Lampu jalan padam di Jalan Melati',
            content: 'Lampu jalan di depan Pasar Raya padam sejak Senin malam.',
            categoryId: 'penerangan-jalan',
            category: 'Penerangan jalan',
            regionCode: '13.71.04',
            region: 'Kota Padang',
            landmark: 'depan Pasar Raya',
            latitude: -0.951,
            longitude: 100.361,
            incidentDate: '2026-11-16',
            channel: 'website',
            status: 'inProgress',
            statusLabel: 'Diproses',
            institutionId: 'dishub-padang',
            institution: 'Dinas Perhubungan Kota Padang',
            receivedAt: '2026-11-17T01:12:00Z',
            updatedAt: '2026-11-18T03:40:00Z',
            supportCount: 4,
            rating: null,
          },
        ],
        nextCursor: null,
      },
    },
  },
  getDataPackage: {
    summary: 'Read the data dictionary',
    description: `What every column of the export means, as a [Frictionless Data Package](https://specs.frictionlessdata.io/data-package/), which catalogues such as CKAN read. ${key}`,
    answerExamples: {
      200: {
        profile: 'tabular-data-package',
        name: 'lapor-padang-kota',
        title: 'Laporan warga: LAPOR! Kota Padang',
        description: 'Laporan yang boleh dibaca publik.',
        created: '2026-11-20T01:00:00Z',
        resources: [
          {
            name: 'reports',
            path: 'https://lapor.example/v1/open-data/pk_padang/reports.csv',
            format: 'csv',
            mediatype: 'text/csv',
            encoding: 'utf-8',
            profile: 'tabular-data-resource',
            schema: {
              fields: [
                {
                  name: 'trackingId',
                  type: 'string',
                  title: 'Nomor laporan',
                  description: 'Nomor yang tercantum pada tanda terima.',
                  constraints: { required: true },
                },
              ],
              primaryKey: 'trackingId',
              missingValues: [''],
            },
          },
        ],
      },
    },
  },
  getOpenStatistics: {
    summary: 'Read public figures by address alone',
    description: `The same as \`GET /v1/statistics\`, for whoever cannot send a header. ${key}`,
    answerExamples: { 200: sampleStatistics },
  },
  getRssFeed: {
    summary: 'Subscribe to public reports as RSS',
    description: `The 50 newest public reports of the site's region as RSS 2.0. Answers carry \`ETag\` and \`Last-Modified\`, and 304 saves a reader the rest. ${key}`,
  },
  getAtomFeed: {
    summary: 'Subscribe to public reports as Atom',
    description: `The 50 newest public reports of the site's region as Atom (RFC 4287). Answers carry \`ETag\` and \`Last-Modified\`, and 304 saves a reader the rest. ${key}`,
  },
};
