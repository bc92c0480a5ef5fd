import { firstFields } from './first-fields.ts';

/** Each field of a form: its label, which also begins sentences about it; a line below it; and what to say when it is empty. */
export const fields = {
  ...firstFields,
  incidentDate: {
    label: 'Tanggal kejadian',
    hint: 'Kalau tidak ingat persis, perkiraan pun boleh.',
    missing: 'Pilih tanggal kejadian.',
  },
  region: {
    label: 'Wilayah kejadian',
    hint: 'Pilih wilayah terkecil yang Anda tahu.',
    missing: 'Pilih wilayah kejadian.',
  },
  landmark: {
    label: 'Patokan lokasi',
    hint: 'Nama jalan atau sesuatu di dekatnya, misalnya “depan Pasar Raya”.',
    missing: 'Tulis patokan lokasi kejadian.',
  },
  position: {
    label: 'Titik lokasi',
    hint: 'Tidak wajib. Titik ini membantu petugas menemukan tempatnya.',
    missing: 'Tandai titik lokasi kejadian.',
  },
  category: {
    label: 'Kategori',
    hint: 'Boleh dikosongkan. Admin akan memilihkannya.',
    missing: 'Pilih kategori laporan Anda.',
  },
  answer: {
    label: 'Jawaban',
    hint: 'Pertanyaan tambahan dari kategori yang Anda pilih.',
    missing: 'Jawab pertanyaan ini.',
  },
  targetInstitution: {
    label: 'Instansi tujuan',
    hint: 'Boleh dikosongkan. Admin akan meneruskan laporan Anda ke instansi yang berwenang.',
    missing: 'Pilih instansi tujuan.',
  },
  attachments: {
    label: 'Lampiran',
    hint: 'Foto atau dokumen yang mendukung laporan Anda.',
    missing: 'Tambahkan lampiran.',
  },
  name: { label: 'Nama Anda', hint: 'Boleh satu kata saja.', missing: 'Tulis nama Anda.' },
  email: {
    label: 'Alamat email',
    hint: 'Untuk mengabari Anda tentang laporan ini.',
    missing: 'Tulis alamat email atau nomor telepon Anda.',
  },
  phone: { label: 'Nomor telepon', hint: 'Misalnya 0812 3456 7890.', missing: 'Tulis nomor telepon Anda.' },
  notifyBy: {
    label: 'Cara mengabari Anda',
    hint: 'Anda juga selalu dapat melihat kabarnya dengan nomor laporan.',
    missing: 'Pilih cara mengabari Anda.',
  },
  anonymous: {
    label: 'Anonim',
    hint: 'Nama Anda tidak ditampilkan kepada publik dan instansi terlapor.',
    missing: 'Pilih apakah Anda ingin anonim.',
  },
  confidential: {
    label: 'Rahasia',
    hint: 'Laporan Anda tidak ditampilkan kepada publik.',
    missing: 'Pilih apakah laporan ini rahasia.',
  },
  privacyNotice: {
    label: 'Pemberitahuan privasi',
    hint: 'Cara kami menggunakan data Anda.',
    missing: 'Baca pemberitahuan privasi, lalu beri persetujuan Anda.',
  },
  message: { label: 'Pesan', hint: 'Tulis tanggapan atau keterangan tambahan.', missing: 'Tulis pesan Anda.' },
  reason: { label: 'Alasan', hint: 'Ceritakan sebabnya.', missing: 'Tulis alasannya.' },
  rating: {
    label: 'Penilaian',
    hint: '1 berarti buruk, 5 berarti sangat baik.',
    missing: 'Pilih nilai dari 1 sampai 5.',
  },
  trackingId: {
    label: 'Nomor laporan',
    hint: 'Angka pada tanda terima, misalnya 9165816.',
    missing: 'Tulis nomor laporan Anda.',
  },
};

/** The name of a field that has a label of its own. */
export type FieldName = keyof typeof fields;
