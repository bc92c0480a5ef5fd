/** The four criteria of handling reports: what each is called, and how it is worked out from the public figures. */
export const criteria = {
  timeliness: {
    label: 'Ketepatan waktu',
    definition:
      'Bagian batas verifikasi, tindak lanjut, dan penyelesaian yang terpenuhi, dari semua yang sudah terpenuhi atau terlewat.',
  },
  facilitation: {
    label: 'Fasilitasi',
    definition:
      'Bagian laporan yang sudah sampai di instansi yang menanganinya, dari semua laporan yang tidak diarsipkan.',
  },
  improvement: {
    label: 'Perbaikan',
    definition: 'Bagian laporan yang dinyatakan selesai oleh pelapornya sendiri, dari semua laporan yang selesai.',
  },
  credibility: {
    label: 'Kredibilitas',
    definition: 'Rata-rata nilai yang diberikan pelapor atas penanganan laporannya, dari 1 sampai 5.',
  },
};
