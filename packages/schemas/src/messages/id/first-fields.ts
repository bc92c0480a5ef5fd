/** Of the fields, those that no report does without: what a form asks first. */
export const firstFields = {
  classification: {
    label: 'Klasifikasi laporan',
    hint: 'Pilih yang paling sesuai. Kalau ternyata keliru, admin akan memperbaikinya.',
    missing: 'Pilih klasifikasi laporan Anda.',
  },
  title: {
    label: 'Judul laporan',
    hint: 'Satu kalimat singkat, misalnya “Lampu jalan padam di Jalan Melati”.',
    missing: 'Tulis judul laporan Anda.',
  },
  content: {
    label: 'Isi laporan',
    hint: 'Ceritakan apa yang terjadi, di mana, dan sejak kapan.',
    missing: 'Tulis isi laporan Anda.',
  },
};
