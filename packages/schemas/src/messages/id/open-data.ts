import type { OpenReport } from '../../open-report.ts';

/** What the open data of a site says of itself, and what each of its columns means. */
export const openData = {
  title: ({ site }: { site: string }) => `Laporan warga: ${site}`,
  description: ({ institution }: { institution: string }) =>
    `Laporan warga yang dapat dibaca publik, dari ${institution}. Identitas pelapor dan laporan rahasia tidak ada di dalamnya, dan data pribadi di dalam teks disamarkan. Dalam berkas CSV, teks yang dapat dianggap rumus oleh lembar kerja diawali tanda petik tunggal.`,
  columns: {
    trackingId: { title: 'Nomor laporan', description: 'Nomor yang tercantum pada tanda terima.' },
    classification: {
      title: 'Klasifikasi',
      description:
        'Jenis laporan: `complaint` untuk pengaduan, `aspiration` untuk aspirasi, `informationRequest` untuk permintaan informasi.',
    },
    title: { title: 'Judul', description: 'Judul laporan. Data pribadi disamarkan.' },
    content: { title: 'Isi', description: 'Isi laporan seutuhnya. Data pribadi disamarkan.' },
    categoryId: { title: 'Kode kategori', description: 'Kode kategori menurut penyelenggara.' },
    category: { title: 'Kategori', description: 'Nama kategori.' },
    regionCode: {
      title: 'Kode wilayah',
      description: 'Kode wilayah menurut Kemendagri, sedalam yang diketahui: provinsi sampai desa atau kelurahan.',
    },
    region: { title: 'Wilayah', description: 'Nama kabupaten atau kota, atau nama provinsi.' },
    landmark: { title: 'Patokan lokasi', description: 'Petunjuk menemukan tempatnya. Data pribadi disamarkan.' },
    latitude: { title: 'Lintang', description: 'Derajat, WGS 84, dibulatkan sampai sekitar seratus meter.' },
    longitude: { title: 'Bujur', description: 'Derajat, WGS 84, dibulatkan sampai sekitar seratus meter.' },
    incidentDate: { title: 'Tanggal kejadian', description: 'Tanggal menurut zona waktu wilayahnya.' },
    channel: { title: 'Kanal', description: 'Pintu masuk laporan, misalnya `website` atau `sms`.' },
    status: { title: 'Kode status', description: 'Kode status laporan saat data ini dibaca.' },
    statusLabel: { title: 'Status', description: 'Status dengan kata-kata.' },
    institutionId: { title: 'Kode instansi', description: 'Kode instansi yang memegang laporan.' },
    institution: { title: 'Instansi', description: 'Nama instansi yang memegang laporan.' },
    receivedAt: { title: 'Waktu diterima', description: 'Waktu laporan diterima, dalam UTC.' },
    updatedAt: { title: 'Waktu perubahan', description: 'Waktu perkembangan terakhir, dalam UTC.' },
    supportCount: { title: 'Dukungan', description: 'Banyaknya orang lain yang mengalami hal yang sama.' },
    rating: { title: 'Penilaian', description: 'Nilai dari pelapor, dari 1 (buruk) sampai 5 (sangat baik).' },
  } satisfies Record<keyof OpenReport, { title: string; description: string }>,
};
