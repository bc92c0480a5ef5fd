import { formatDay, formatNumber, listOfAll } from '../formats.ts';

/** A sentence's end: the reason that somebody wrote, or a full stop. */
const because = (reason: string | undefined) => (reason ? `: ${reason}` : '.');

/** From whom to whom a report went, by name, and why. */
export interface HopFacts {
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
}

const corrections = { title: 'judul', category: 'kategori', place: 'lokasi', supervision: 'jenis pengawasan' };

/** What happened to a report. `from`, `to` and `by` are names of institutions; reasons are what people wrote. */
export const events = {
  received: ({ to }: { to: string }) => `Laporan diterima. Penanggung jawabnya ${to}.`,
  verified: () => 'Laporan sudah diverifikasi.',
  disposed: ({ from, to, reason }: HopFacts) => `Diteruskan dari ${from} ke ${to}${because(reason)}`,
  returned: ({ from, to, reason }: HopFacts) =>
    `Dikembalikan ${from} ke ${to} karena di luar wewenangnya${because(reason)}`,
  postponed: ({ reason, until }: { reason?: string | undefined; until?: string | undefined }) =>
    `Penanganan ditunda${until ? ` sampai ${formatDay(until, 'id')}` : ''}${because(reason)}`,
  archived: ({ reason }: { reason?: string | undefined }) => `Laporan diarsipkan${because(reason)}`,
  followUpStarted: ({ by }: { by: string }) => `${by} mulai menindaklanjuti laporan.`,
  responded: ({ by }: { by: string }) => `${by} menjawab laporan.`,
  replied: () => 'Pelapor menanggapi jawaban instansi.',
  supported: () => 'Ada warga lain yang mengalami hal yang sama.',
  confirmed: ({ rating }: { rating: number }) =>
    `Pelapor menyatakan masalahnya selesai dan memberi nilai ${formatNumber(rating, 'id')} dari 5.`,
  disputed: () => 'Pelapor menyatakan masalahnya belum selesai. Laporan dibuka kembali.',
  withdrawn: () => 'Pelapor mencabut laporan ini.',
  completed: ({ by }: { by: string }) => `${by} menyatakan laporan selesai.`,
  closureAnnounced: ({ closesOn }: { closesOn: string }) =>
    `Laporan akan ditutup pada ${formatDay(closesOn, 'id')} bila tidak ada tanggapan dari pelapor.`,
  closedAutomatically: () => 'Laporan ditutup karena tidak ada tanggapan dari pelapor sampai batas waktunya.',
  // Without a number where the other report is not for everybody.
  merged: ({ into }: { into: string | undefined }) =>
    `Laporan ini digabungkan ke laporan ${into === undefined ? 'lain' : `nomor ${into}`} karena masalahnya sama.`,
  unmerged: ({ from }: { from: string | undefined }) =>
    `Laporan ini dipisahkan lagi dari laporan ${from === undefined ? 'lain' : `nomor ${from}`}.`,
  absorbed: ({ trackingId }: { trackingId: string }) => `Laporan nomor ${trackingId} digabungkan ke laporan ini.`,
  released: ({ trackingId }: { trackingId: string }) => `Laporan nomor ${trackingId} dipisahkan lagi dari laporan ini.`,
  redacted: () => 'Sebagian isi disembunyikan untuk melindungi data pribadi atau karena tidak pantas.',
  corrected: ({ fields }: { fields: readonly (keyof typeof corrections)[] }) =>
    fields.length > 0
      ? `Admin memperbaiki ${listOfAll(
          fields.map((field) => corrections[field]),
          'id',
        )} laporan.`
      : 'Admin memperbaiki laporan.',
  noted: () => 'Petugas menulis catatan.',
  escalated: ({ to }: { to: string }) => `Batas waktu terlewat. Laporan dinaikkan kepada ${to}.`,
  reminded: ({ to }: { to: string }) => `${to} diingatkan tentang batas waktu laporan ini.`,
  ombudsmanOffered: () => 'Batas waktu menurut undang-undang sudah lewat. Pelapor dapat mengadu kepada Ombudsman RI.',
  deliveryQueued: ({ system }: { system: string }) => `Pengiriman ke ${system} menunggu giliran.`,
  delivered: ({ system, upstreamId }: { system: string; upstreamId: string }) =>
    `Laporan sampai di ${system} dengan nomor ${upstreamId}.`,
  deliveryFailed: ({ system }: { system: string }) =>
    `Pengiriman ke ${system} belum berhasil. Laporan tetap tersimpan di sini.`,
  upstreamStatusChanged: ({
    system,
    rawLabel,
    institutionName,
  }: {
    system: string;
    rawLabel: string;
    institutionName: string | undefined;
  }) =>
    `Status di ${system} menjadi “${rawLabel}”${institutionName === undefined ? '' : ` dan ditangani oleh ${institutionName}`}.`,
  /** For an event that a newer gateway tells and this version does not know. */
  unknown: () => 'Ada perkembangan baru pada laporan ini.',
};
