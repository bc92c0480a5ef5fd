import type { DocumentationOf } from './endpoint-documentation.ts';

/** The endpoint of public figures, in words. */
export const statisticsDocumentation: DocumentationOf<'statistics'> = {
  getStatistics: {
    summary: 'Read public figures',
    description:
      'Counts by period, status, classification, category, institution and region, how well deadlines were kept, and ratings. Counts below `suppressedBelow` are `null`, because they could point at a person. Without filters: the whole region of the site.',
    answerExamples: {
      200: {
        from: '2026-01-01',
        until: '2026-11-20',
        asOf: '2026-11-20T01:00:00Z',
        total: 212,
        open: 31,
        completed: 168,
        suppressedBelow: 5,
        byPeriod: [{ key: '2026', label: '2026', count: 212 }],
        byStatus: [
          { key: 'inProgress', label: 'Diproses', count: 19 },
          { key: 'completed', label: 'Selesai', count: 168 },
          { key: 'postponed', label: 'Ditunda', count: null },
        ],
        byClassification: [
          { key: 'complaint', label: 'Pengaduan', count: 171 },
          { key: 'aspiration', label: 'Aspirasi', count: 22 },
          { key: 'informationRequest', label: 'Permintaan Informasi', count: 19 },
        ],
        byCategory: [{ key: 'penerangan-jalan', label: 'Penerangan jalan', count: 44 }],
        byInstitution: [{ key: 'dishub-padang', label: 'Dinas Perhubungan Kota Padang', count: 63 }],
        byRegion: [{ key: '13.71.04', label: 'Kecamatan Padang Utara', count: 28 }],
        timeliness: [{ kind: 'followUp', met: 181, missed: 12, running: 19, medianWorkingDays: 3 }],
        rating: { count: 97, mean: 4.1 },
      },
    },
  },
};
