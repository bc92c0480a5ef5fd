import type { StatusReason } from '../../status-reason.ts';

/** Why a report was postponed or archived: a label for lists, and a sentence to the reporter. */
export const statusReasons = {
  outsideScope: {
    label: 'Di luar cakupan',
    sentence:
      'Hal ini tidak dapat ditangani lewat pengaduan pelayanan publik, misalnya karena sedang dalam proses hukum.',
  },
  notClear: {
    label: 'Tidak jelas',
    sentence: 'Laporan belum cukup jelas untuk ditindaklanjuti. Lengkapi apa yang terjadi, di mana, dan kapan.',
  },
  noEvidence: {
    label: 'Tidak memiliki bukti dukung',
    sentence: 'Laporan belum disertai bukti yang mendukung, misalnya foto atau dokumen.',
  },
  duplicate: { label: 'Sudah dilaporkan', sentence: 'Hal yang sama sudah ditangani dalam laporan lain.' },
  expired: { label: 'Kedaluwarsa', sentence: 'Kejadiannya sudah melewati batas waktu untuk diperiksa.' },
  containsHate: {
    label: 'Mengandung SARA',
    sentence: 'Laporan memuat ujaran kebencian terhadap suku, agama, ras, atau golongan.',
  },
  atReporterRequest: { label: 'Atas permintaan pelapor', sentence: 'Pelapor meminta laporan ini tidak dilanjutkan.' },
  wrongFormat: { label: 'Format tidak sesuai', sentence: 'Laporan belum ditulis sesuai ketentuan.' },
  tooGeneral: {
    label: 'Terlalu umum',
    sentence: 'Laporan terlalu umum, sehingga belum jelas apa yang perlu ditindaklanjuti.',
  },
  awaitingOthers: {
    label: 'Menunggu pihak lain',
    sentence: 'Penanganannya menunggu keputusan atau pekerjaan pihak lain.',
  },
  other: { label: 'Alasan lain', sentence: 'Alasannya tercantum dalam pesan petugas.' },
} satisfies Record<StatusReason, { label: string; sentence: string }>;
