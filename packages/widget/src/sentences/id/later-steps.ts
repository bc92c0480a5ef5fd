// Everything that the form says after its first step, in Indonesian.
export {
  attachments,
  deadlineKinds,
  deadlines,
  fieldErrors,
  fields,
  form,
  guidance,
  newsChoices,
  receipt,
  thisField,
  visibility,
} from '@lapor/schemas/messages/id';

/** Buttons and notes of the further way. */
export const way = {
  back: { label: 'Kembali' },
  change: { label: 'Ubah' },
  changeStep: ({ step }: { step: string }) => `Ubah bagian “${step}”`,
  loadingRegions: 'Daftar wilayah sedang dimuat …',
  noRegions: 'Daftar wilayah belum dapat dimuat. Tulis tempatnya pada patokan lokasi, lalu lanjutkan.',
  district: { label: 'Kecamatan' },
  village: { label: 'Kelurahan atau desa' },
  regency: { label: 'Kabupaten atau kota' },
  regencies: { kabupaten: 'Kabupaten', kota: 'Kota' },
  photosReduced:
    'Foto diperkecil dan data lokasinya dibuang di perangkat Anda, lalu foto diunggah selagi Anda menulis.',
  preparing: ({ name }: { name: string }) => `“${name}” sedang disiapkan …`,
  institutions: {
    label: 'Instansi yang mungkin berwenang',
    hint: 'Ini hanya usul. Kalau ragu, serahkan saja kepada admin.',
  },
  sending: 'Laporan sedang dikirim. Jangan tutup halaman ini dulu …',
  notSent: { title: 'Laporan belum terkirim' },
  tryAgain:
    'Semua isian Anda masih ada. Tekan tombol kirim sekali lagi sebentar lagi. Laporan tidak akan tercatat dua kali.',
  siteFault: 'Situs ini belum dapat menerima laporan. Isian Anda masih ada; salin dulu sebelum menutup halaman ini.',
  queued: {
    title: 'Laporan tersimpan di perangkat ini',
    text: 'Layanan kami sedang sibuk atau belum tersambung. Laporan Anda akan terkirim dengan sendirinya, juga kalau Anda membuka halaman ini lagi nanti. Nomor laporan muncul setelah laporan kami terima.',
  },
  copy: { label: 'Salin' },
  copied: 'Nomor dan kunci sudah disalin.',
  notCopied: 'Tidak dapat disalin otomatis. Catat nomor dan kuncinya.',
  print: { label: 'Cetak' },
  share: { label: 'Bagikan nomor' },
  follow: { label: 'Buka halaman laporan ini' },
};
