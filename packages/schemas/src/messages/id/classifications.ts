import type { Classification } from '../../classification.ts';

/** The three kinds of report: the name that SP4N-LAPOR! uses, and what it is for. */
export const classifications = {
  complaint: {
    label: 'Pengaduan',
    help: 'Ada pelayanan atau keadaan yang tidak semestinya, dan Anda ingin hal itu diperbaiki.',
  },
  aspiration: { label: 'Aspirasi', help: 'Anda punya usul atau harapan untuk pemerintah.' },
  informationRequest: {
    label: 'Permintaan Informasi',
    help: 'Anda ingin bertanya, misalnya tentang syarat atau jadwal layanan.',
  },
} satisfies Record<Classification, { label: string; help: string }>;
