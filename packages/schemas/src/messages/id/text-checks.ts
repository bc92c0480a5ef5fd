/** What to say to personal data in a text. The reporter may keep it; the sentence says what happens then. */
export const personalData = {
  nationalId: 'Tulisan Anda memuat NIK. Sebaiknya hapus, karena laporan ini tidak memerlukannya.',
  familyCard: 'Tulisan Anda memuat nomor kartu keluarga. Sebaiknya hapus, karena laporan ini tidak memerlukannya.',
  cardNumber: 'Tulisan Anda memuat nomor 16 angka. Kalau itu nomor kartu, sebaiknya hapus.',
  phoneNumber: 'Tulisan Anda memuat nomor telepon. Kalau itu nomor Anda, isikan pada bagian data pelapor saja.',
  email: 'Tulisan Anda memuat alamat email. Kalau itu alamat Anda, isikan pada bagian data pelapor saja.',
  licencePlate: 'Tulisan Anda memuat nomor polisi kendaraan. Sebutkan hanya kalau perlu untuk menangani laporan.',
};

/** What to say to what is missing, by the missing part and by the archive reason that it prevents. Advice, never a condition. */
export const gaps = {
  what: {
    notClear: 'Apa yang terjadi? Ceritakan sedikit lebih lengkap, supaya laporan tidak diarsipkan karena tidak jelas.',
    tooGeneral: 'Apa persisnya yang perlu diperbaiki? Laporan yang terlalu umum dapat diarsipkan.',
  },
  where: {
    notClear:
      'Di mana kejadiannya? Sebutkan jalan, desa, atau patokan, supaya laporan tidak diarsipkan karena tidak jelas.',
  },
  when: { expired: 'Kapan kejadiannya? Perkiraan pun boleh. Tanpa waktu, laporan dapat dianggap kedaluwarsa.' },
  evidence: {
    noEvidence: 'Punya foto atau dokumen? Lampirkan kalau ada. Laporan tanpa bukti dukung dapat diarsipkan.',
  },
};

/** Above the list of gaps. */
export const gapsIntroduction: string =
  'Agar laporan Anda lebih mudah ditindaklanjuti (Anda juga boleh langsung mengirimnya):';
