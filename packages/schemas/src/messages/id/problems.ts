import type { ProblemCode } from '../../problem.ts';
import { formatBytes, formatNumber, formatWait, listOfAll, listOfEither } from '../formats.ts';

/** Every problem: what kind it is, and what to do about it. `detail` takes the facts of the occurrence. */
export const problems = {
  malformedRequest: {
    title: 'Permintaan tidak dapat dibaca',
    detail: () => 'Periksa alamat dan isi permintaan. Isinya harus berupa JSON dengan pengodean UTF-8.',
  },
  idempotencyKeyMissing: {
    title: 'Kunci kiriman belum ada',
    detail: () =>
      'Sertakan header Idempotency-Key yang berbeda untuk setiap kiriman, supaya laporan tidak tercatat dua kali.',
  },
  cursorInvalid: {
    title: 'Penanda halaman tidak berlaku',
    detail: () => 'Penanda ini bukan untuk daftar yang Anda minta. Mulai lagi dari halaman pertama.',
  },
  keyMissing: {
    title: 'Kunci akses belum ada',
    detail: () => 'Sertakan kunci akses dalam header Authorization, dengan awalan Bearer.',
  },
  keyUnknown: {
    title: 'Kunci akses tidak dikenal',
    detail: () => 'Kunci ini salah, sudah kedaluwarsa, atau sudah dicabut. Mintalah kunci baru kepada pengelola.',
  },
  originNotAllowed: {
    title: 'Situs ini belum terdaftar',
    detail: ({ origin }: { origin: string }) =>
      `Situs ${origin} belum didaftarkan untuk kunci ini. Mintalah pengelola mendaftarkannya.`,
  },
  scopeInsufficient: {
    title: 'Kunci ini tidak berhak',
    detail: () =>
      'Kunci akses Anda tidak mencakup permintaan ini. Gunakan kunci lain, atau mintalah hak tambahan kepada pengelola.',
  },
  challengeFailed: {
    title: 'Pemeriksaan keamanan belum berhasil',
    detail: () => 'Hasil pemeriksaan keamanan salah atau sudah kedaluwarsa. Silakan kirim sekali lagi.',
  },
  signatureInvalid: {
    title: 'Tautan tidak berlaku',
    detail: () => 'Tautan ini salah atau sudah kedaluwarsa. Buka kembali laporannya untuk mendapatkan tautan baru.',
  },
  actionNotAllowed: { title: 'Tindakan ini bukan wewenang Anda', detail: ({ reason }: { reason: string }) => reason },
  notFound: {
    title: 'Tidak ditemukan',
    detail: () =>
      'Yang Anda cari tidak ada, atau tidak dapat dibuka dengan kunci Anda. Periksa kembali nomor atau alamatnya.',
  },
  methodNotAllowed: {
    title: 'Cara memanggil tidak sesuai',
    detail: ({ allowed }: { allowed: readonly string[] }) => `Alamat ini hanya menerima ${listOfAll(allowed, 'id')}.`,
  },
  notAcceptable: {
    title: 'Bentuk jawaban tidak tersedia',
    detail: () => 'Jawaban tidak tersedia dalam bentuk yang diminta header Accept. Mintalah application/json.',
  },
  conflict: {
    title: 'Berbenturan dengan yang sudah ada',
    detail: () => 'Data ini sudah ada atau sedang dipakai. Muat ulang, lalu coba lagi.',
  },
  idempotencyInProgress: {
    title: 'Kiriman sedang diproses',
    detail: () =>
      'Kiriman Anda yang pertama masih diproses. Tunggu sebentar, lalu coba lagi; laporan tidak akan tercatat dua kali.',
  },
  actionNotPossible: { title: 'Tindakan ini belum bisa dilakukan', detail: ({ reason }: { reason: string }) => reason },
  uploadOffsetMismatch: {
    title: 'Unggahan tidak bersambung',
    detail: ({ received }: { received: number }) =>
      `Kami sudah menerima ${formatNumber(received, 'id')} bita. Lanjutkan unggahan dari titik itu.`,
  },
  gone: {
    title: 'Sudah tidak ada',
    detail: () => 'Yang Anda minta sudah dihapus atau masa berlakunya sudah habis.',
  },
  preconditionFailed: {
    title: 'Syarat permintaan tidak terpenuhi',
    detail: () => 'Data mungkin sudah berubah sejak Anda membacanya. Muat ulang, lalu coba lagi.',
  },
  bodyTooLarge: {
    title: 'Kiriman terlalu besar',
    detail: ({ maximumBytes }: { maximumBytes: number }) =>
      `Kiriman paling besar ${formatBytes(maximumBytes, 'id')}. Perkecil, lalu kirim lagi.`,
  },
  mediaTypeUnsupported: {
    title: 'Jenis isi tidak didukung',
    detail: ({ allowed }: { allowed: readonly string[] }) => `Kirim isinya sebagai ${listOfEither(allowed, 'id')}.`,
  },
  validationFailed: {
    title: 'Ada yang perlu diperbaiki',
    detail: ({ count }: { count: number }) =>
      `Perbaiki ${formatNumber(count, 'id')} bagian yang ditandai, lalu kirim lagi.`,
  },
  idempotencyKeyReused: {
    title: 'Kunci kiriman sudah dipakai',
    detail: () => 'Idempotency-Key ini sudah dipakai untuk kiriman lain. Gunakan kunci baru.',
  },
  attachmentRefused: { title: 'Lampiran tidak dapat diterima', detail: ({ reason }: { reason: string }) => reason },
  checksumMismatch: {
    title: 'Berkas rusak di perjalanan',
    detail: () => 'Bagian berkas yang sampai berbeda dengan yang dikirim. Kirim ulang bagian itu.',
  },
  rateLimited: {
    title: 'Terlalu banyak permintaan',
    detail: ({ retryAfterSeconds }: { retryAfterSeconds: number }) =>
      `Mohon tunggu ${formatWait(retryAfterSeconds, 'id')}, lalu coba lagi.`,
  },
  unexpected: {
    title: 'Ada kesalahan di pihak kami',
    detail: () =>
      'Ini bukan salah Anda. Silakan coba sekali lagi. Kalau terulang, sampaikan nomor kejadian ini kepada pengelola.',
  },
  notImplemented: { title: 'Belum tersedia', detail: () => 'Layanan ini belum menyediakan yang Anda minta.' },
  upstreamFailed: {
    title: 'Sistem tujuan sedang terganggu',
    detail: () => 'Sistem yang kami hubungi tidak menjawab sebagaimana mestinya. Silakan coba lagi nanti.',
  },
  unavailable: {
    title: 'Layanan sedang tidak tersedia',
    detail: () => 'Mohon maaf, layanan sedang terganggu. Silakan coba lagi nanti.',
  },
} satisfies Record<ProblemCode, { title: string; detail: (facts: never) => string }>;
