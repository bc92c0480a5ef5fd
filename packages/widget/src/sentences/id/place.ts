// What is said while somebody finds the place, in Indonesian: it comes with what finds it.

/** Searching, the device's own position, and the map. */
export const place = {
  search: { label: 'Cari wilayah', hint: 'Ketik nama kabupaten, kota, kecamatan, kelurahan, atau desa.' },
  found: ({ count }: { count: number }) => `${count} wilayah ditemukan. Pilih salah satu.`,
  notFound: 'Tidak ada wilayah dengan nama itu. Periksa ejaannya, atau pilih dari daftar di bawah.',
  searchFailed: 'Pencarian belum dapat dipakai. Pilih wilayah dari daftar di bawah.',
  chosen: ({ region }: { region: string }) => `Wilayah yang dipilih: ${region}.`,
  here: {
    label: 'Gunakan lokasi saya',
    hint: 'Lokasi hanya dibaca di perangkat Anda untuk mengusulkan kabupaten atau kota, dan tidak dikirim tanpa persetujuan Anda.',
  },
  asking: 'Lokasi sedang dibaca. Kalau peramban meminta izin, setujui dulu …',
  denied:
    'Izin lokasi tidak diberikan. Pilih wilayah dari daftar di bawah, atau izinkan lokasi di pengaturan peramban lalu coba lagi.',
  unavailable: 'Perangkat ini tidak dapat menentukan lokasinya. Pilih wilayah dari daftar di bawah.',
  late: 'Lokasi tidak ditemukan dalam waktu 15 detik. Coba lagi di tempat terbuka, atau pilih wilayah dari daftar di bawah.',
  inaccurate: ({ kilometres }: { kilometres: number }) =>
    `Lokasi perangkat ini hanya tepat sampai sekitar ${kilometres} km, jadi wilayahnya tidak dapat diusulkan. Pilih dari daftar di bawah.`,
  unplaced: 'Tidak ada kabupaten atau kota di dekat lokasi Anda. Pilih wilayah kejadian dari daftar di bawah.',
  notLoaded: 'Batas wilayah belum dapat dimuat. Coba lagi sebentar lagi, atau pilih wilayah dari daftar di bawah.',
  guess: ({ region }: { region: string }) => `Sepertinya Anda berada di ${region}. Kejadiannya juga di sana?`,
  yes: { label: 'Ya, di sana' },
  no: { label: 'Bukan di sana' },
  withPoint: {
    label: 'Sertakan titik lokasi saya',
    hint: 'Petugas melihat titik itu sampai sekitar 10 meter, publik sampai sekitar 100 meter.',
  },
  keptPoint: 'Titik lokasi ikut dalam laporan Anda.',
  removePoint: { label: 'Hapus titik lokasi' },
  map: { label: 'Pilih di peta' },
  mapLabel: 'Peta untuk memilih titik kejadian',
  mapHint: 'Geser peta sampai lingkaran di tengah tepat di tempat kejadian, dengan jari, tetikus, atau tombol panah.',
  middle: ({ region }: { region: string }) => `Lingkaran berada di ${region}.`,
  nowhere: 'Lingkaran berada di luar wilayah yang dikenal.',
  zoomIn: { label: 'Perbesar' },
  zoomOut: { label: 'Perkecil' },
  usePoint: { label: 'Pakai titik ini' },
  closeMap: { label: 'Tutup peta' },
  noMap: 'Peta belum dapat dimuat. Pilih wilayah dari daftar di bawah.',
} as const;
