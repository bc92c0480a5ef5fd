import { formatBytes, formatNumber, listOfEither } from '../formats.ts';

/** What may be attached, and why a file was not taken. `name` is the file's own name; `types` are names such as `JPG`. */
export const attachments = {
  allowed: ({
    types,
    maximumCount,
    maximumBytes,
  }: {
    types: readonly string[];
    maximumCount: number;
    maximumBytes: number;
  }) =>
    `Paling banyak ${formatNumber(maximumCount, 'id')} berkas ${listOfEither(types, 'id')}, seluruhnya paling besar ${formatBytes(maximumBytes, 'id')}.`,
  tooLarge: ({ name, maximumBytes }: { name: string; maximumBytes: number }) =>
    `Berkas “${name}” terlalu besar. Satu berkas paling besar ${formatBytes(maximumBytes, 'id')}.`,
  totalTooLarge: ({ maximumBytes }: { maximumBytes: number }) =>
    `Semua lampiran bersama-sama paling besar ${formatBytes(maximumBytes, 'id')}. Hapus atau perkecil salah satunya.`,
  tooMany: ({ maximum }: { maximum: number }) => `Lampiran paling banyak ${formatNumber(maximum, 'id')} berkas.`,
  typeNotAllowed: ({ name, types }: { name: string; types: readonly string[] }) =>
    `Jenis berkas “${name}” tidak dapat diterima. Gunakan ${listOfEither(types, 'id')}.`,
  infected: ({ name }: { name: string }) => `Berkas “${name}” tidak kami terima karena mengandung program berbahaya.`,
  unreadable: ({ name }: { name: string }) =>
    `Berkas “${name}” rusak atau tidak dapat dibuka. Coba ambil foto lagi atau pilih berkas lain.`,
  empty: ({ name }: { name: string }) => `Berkas “${name}” kosong. Pilih berkas lain.`,
  unfinished: ({ name }: { name: string }) =>
    `Berkas “${name}” belum selesai diunggah. Tunggu sampai selesai, atau hapus.`,
};
