import type { Statistics } from '../../../statistics.ts';

/** Public figures of an invented city. */
export const sampleStatistics = {
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
  criteria: [
    {
      key: 'timeliness',
      label: 'Ketepatan waktu',
      definition:
        'Bagian batas verifikasi, tindak lanjut, dan penyelesaian yang terpenuhi, dari semua yang sudah terpenuhi atau terlewat.',
      value: 0.94,
      unit: 'share',
    },
    {
      key: 'credibility',
      label: 'Kredibilitas',
      definition: 'Rata-rata nilai yang diberikan pelapor atas penanganan laporannya, dari 1 sampai 5.',
      value: 4.1,
      unit: 'rating',
    },
  ],
} satisfies Statistics;
