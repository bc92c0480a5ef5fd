/** What is said of files that were chosen, in Indonesian. */
export const files = {
  uploading: ({ done, total }: { done: number; total: number }) => `Sedang mengunggah, ${done} dari ${total} selesai.`,
  uploaded: 'Semua berkas sudah terunggah.',
  waiting: 'Sambungan terputus, jadi berkas belum terunggah. Silakan lanjutkan: berkas akan terkirim bersama laporan.',
  progressOf: ({ name }: { name: string }) => `Kemajuan unggahan “${name}”`,
  heic: ({ name }: { name: string }) =>
    `Foto “${name}” berformat HEIC, yang tidak dapat dibaca di sini. Pilih foto JPG, atau kirim tangkapan layarnya. Di iPhone, atur Kamera ke “Paling Kompatibel” sebelum memotret lagi.`,
  twice: ({ name }: { name: string }) => `Berkas “${name}” sudah ada dalam daftar.`,
};
