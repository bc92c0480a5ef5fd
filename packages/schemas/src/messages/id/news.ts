import { formatDay } from '../formats.ts';

/** Who did something. Left out of messages about confidential reports, which others may catch sight of. */
export interface ActorFacts {
  readonly by: string | undefined;
}

const whoever = (by: string | undefined) => by ?? 'Instansi yang menangani';

/**
 * Messages that reporters get about their reports: for each moment what stands above the message, and what the message
 * says. Nothing that anybody wrote ever stands in them. `by`, `from` and `to` are names of institutions; days are
 * `YYYY-MM-DD`.
 */
export const news = {
  moments: {
    received: {
      title: 'Laporan Anda sudah kami terima',
      told: ({ to }: { readonly to: string | undefined }) =>
        `Terima kasih sudah melapor. Laporan Anda kami terima${to === undefined ? '' : ` dan sekarang ada di ${to}`}.`,
      until: ({ dueOn }: { readonly dueOn: string }) =>
        `Laporan akan diperiksa paling lambat ${formatDay(dueOn, 'id')}.`,
    },
    verified: {
      title: 'Laporan Anda sudah diverifikasi',
      told: 'Laporan Anda sudah diperiksa dan akan ditangani oleh instansi yang berwenang.',
    },
    disposed: {
      title: 'Laporan Anda diteruskan',
      told: ({ to }: { readonly to: string | undefined }) =>
        `Laporan Anda diteruskan ke ${to ?? 'instansi yang berwenang'}.`,
      until: ({ dueOn }: { readonly dueOn: string }) =>
        `Tindak lanjutnya kami tunggu paling lambat ${formatDay(dueOn, 'id')}.`,
    },
    returned: {
      title: 'Laporan Anda dialihkan',
      told: ({ from, to }: { readonly from: string | undefined; readonly to: string | undefined }) =>
        `${from ?? 'Instansi sebelumnya'} menyatakan laporan ini di luar wewenangnya. Sekarang laporan ada di ${to ?? 'instansi lain'}. Anda tidak perlu melapor ulang.`,
    },
    postponed: {
      title: 'Penanganan laporan Anda ditunda',
      told: ({ until }: { readonly until: string | undefined }) =>
        `Penanganan laporan Anda ditunda${until === undefined ? '' : ` sampai ${formatDay(until, 'id')}`}. Alasannya dapat Anda baca di halaman laporan.`,
    },
    archived: {
      title: 'Laporan Anda diarsipkan',
      told: 'Laporan Anda tidak dilanjutkan. Alasannya dapat Anda baca di halaman laporan. Bila Anda tidak setuju, sampaikan di sana.',
    },
    followUpStarted: {
      title: 'Laporan Anda sedang ditindaklanjuti',
      told: ({ by }: ActorFacts) => `${whoever(by)} mulai menindaklanjuti laporan Anda.`,
    },
    responded: {
      title: 'Laporan Anda sudah dijawab',
      told: ({ by }: ActorFacts) => `${whoever(by)} sudah menjawab laporan Anda.`,
      until: ({ dueOn }: { readonly dueOn: string }) =>
        `Baca jawabannya di halaman laporan, lalu beri tahu kami apakah masalahnya sudah selesai. Kami menunggu tanggapan Anda sampai ${formatDay(dueOn, 'id')}.`,
    },
    completed: {
      title: 'Laporan Anda dinyatakan selesai',
      told: ({ by }: ActorFacts) =>
        `${whoever(by)} menyatakan laporan Anda selesai. Bila masalahnya belum selesai, Anda dapat membuka laporan ini kembali di halamannya.`,
    },
    closureAnnounced: {
      title: 'Kami menunggu tanggapan Anda',
      told: ({ closesOn }: { readonly closesOn: string }) =>
        `Laporan Anda sudah dijawab, tetapi belum Anda tanggapi. Bila sampai ${formatDay(closesOn, 'id')} tidak ada tanggapan, laporan ini ditutup dengan sendirinya. Beri tahu kami apakah masalahnya sudah selesai.`,
    },
    closedAutomatically: {
      title: 'Laporan Anda ditutup',
      told: 'Laporan Anda ditutup karena tidak ada tanggapan dari Anda sampai batas waktunya. Bila masalahnya belum selesai, Anda dapat membuka laporan ini kembali di halamannya.',
    },
    reopened: {
      title: 'Laporan Anda dibuka kembali',
      told: 'Laporan Anda dibuka kembali karena masalahnya dinyatakan belum selesai. Sekarang laporan menunggu jawaban instansi.',
    },
    merged: {
      title: 'Laporan Anda digabungkan',
      told: 'Laporan Anda digabungkan dengan laporan lain tentang masalah yang sama. Anda tetap dapat mengikuti perkembangannya lewat halaman laporan.',
    },
    unmerged: {
      title: 'Laporan Anda ditangani tersendiri lagi',
      told: 'Laporan Anda tidak lagi digabungkan dengan laporan lain dan ditangani tersendiri.',
    },
    ombudsmanOffered: {
      title: 'Anda dapat mengadu kepada Ombudsman',
      told: 'Batas waktu menurut undang-undang sudah lewat dan laporan Anda belum selesai. Anda dapat mengadu kepada Ombudsman RI lewat telepon 137 dengan menyebutkan nomor laporan ini.',
    },
    delivered: {
      title: 'Laporan Anda sampai di sistem nasional',
      told: ({ upstreamId }: { readonly upstreamId: string }) =>
        `Laporan Anda sudah sampai di SP4N-LAPOR! dengan nomor ${upstreamId}.`,
    },
    statusChanged: {
      title: 'Ada perkembangan baru pada laporan Anda',
      told: ({ status }: { readonly status: string }) => `Status laporan Anda sekarang: ${status}.`,
    },
  },
  /** The line above an e-mail in a list of them. */
  subject: {
    title: ({ trackingId, title }: { readonly trackingId: string; readonly title: string }) =>
      `${title} (nomor ${trackingId})`,
  },
  number: { label: 'Nomor laporan' },
  open: { label: 'Buka halaman laporan' },
  key: 'Untuk membaca semuanya dan menanggapi, siapkan kunci laporan dari tanda terima Anda. Kunci itu tidak pernah kami kirim lewat email, dan tidak pernah kami minta lewat email, SMS, atau telepon.',
  automatic: ({ site }: { readonly site: string }) =>
    `Email ini dikirim otomatis oleh ${site} karena alamat ini diisikan pada laporan tersebut. Balasan ke alamat pengirim tidak terbaca; tanggapi laporan di halamannya.`,
  stop: { label: 'Berhenti menerima kabar tentang laporan ini' },
  /** The whole message where every letter counts. */
  short: ({ trackingId, title, url }: { readonly trackingId: string; readonly title: string; readonly url: string }) =>
    `LAPOR! ${trackingId}: ${title}. ${url}`,
  /** The page on which news is stopped and asked for again. */
  page: {
    heading: { title: 'Kabar tentang laporan Anda' },
    on: {
      email: ({ trackingId }: { readonly trackingId: string }) =>
        `Setiap ada perkembangan pada laporan nomor ${trackingId}, kami mengabari Anda lewat email.`,
      sms: ({ trackingId }: { readonly trackingId: string }) =>
        `Setiap ada perkembangan pada laporan nomor ${trackingId}, kami mengabari Anda lewat SMS.`,
    },
    off: ({ trackingId }: { readonly trackingId: string }) =>
      `Kami tidak mengirim kabar lagi tentang laporan nomor ${trackingId}. Laporan itu tetap ditangani, dan tetap dapat Anda ikuti dengan nomor dan kuncinya.`,
    over: ({ trackingId }: { readonly trackingId: string }) =>
      `Tentang laporan nomor ${trackingId} tidak ada kabar lagi yang dikirim.`,
    stop: { label: 'Berhenti menerima kabar' },
    resume: { label: 'Kirim kabar lagi' },
    invalid: { title: 'Tautan ini tidak dapat dipakai' },
    invalidHelp: 'Salin tautan seluruhnya dari pesan yang Anda terima, lalu coba sekali lagi.',
    settings: { label: 'Atur kabar tentang laporan ini' },
  },
};
