import type { KnownStatusCode } from '../../status.ts';

/** Each status: its name, and what it means for the reporter. */
export const statuses = {
  unverified: { label: 'Belum terverifikasi', meaning: 'Laporan sudah kami terima dan menunggu diperiksa.' },
  verified: {
    label: 'Terverifikasi',
    meaning: 'Laporan sudah diperiksa dan akan diteruskan ke instansi yang berwenang.',
  },
  disposed: {
    label: 'Diteruskan ke instansi',
    meaning: 'Laporan sudah ada di instansi yang berwenang dan menunggu ditindaklanjuti.',
  },
  inProgress: { label: 'Diproses', meaning: 'Instansi sedang menindaklanjuti laporan.' },
  followedUp: { label: 'Ditindaklanjuti', meaning: 'Instansi sudah menjawab. Pelapor dapat menanggapi jawaban itu.' },
  reporterReplied: {
    label: 'Ditanggapi pelapor',
    meaning: 'Pelapor sudah menanggapi. Laporan menunggu jawaban instansi.',
  },
  completed: { label: 'Selesai', meaning: 'Laporan sudah ditutup.' },
  postponed: { label: 'Ditunda', meaning: 'Penanganan ditunda. Alasannya tercantum pada riwayat laporan.' },
  archived: { label: 'Diarsipkan', meaning: 'Laporan tidak dilanjutkan. Alasannya tercantum pada riwayat laporan.' },
  unknown: { label: 'Status lain', meaning: 'Status ini berasal dari sistem lain dan kami tampilkan apa adanya.' },
} satisfies Record<KnownStatusCode, { label: string; meaning: string }>;

/** A status that another system named in its own words. */
export const foreignStatus = ({ rawLabel }: { rawLabel: string }) => `Status menurut sistem asalnya: ${rawLabel}`;
