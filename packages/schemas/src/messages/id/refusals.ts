/** Why an action on a report was refused: the `reason` of `actionNotAllowed` and `actionNotPossible`. */
export const refusals = {
  role: 'Peran Anda tidak mencakup tindakan ini.',
  authority: 'Laporan ini sedang dipegang instansi lain.',
  status: 'Tindakan ini tidak bisa dilakukan selama laporan berstatus seperti sekarang.',
  notAnsweredYet: 'Laporan ini belum dijawab oleh instansi yang menanganinya.',
  alreadyOwner: 'Instansi itu sudah memegang laporan ini.',
  unknownInstitution: 'Instansi itu tidak ada dalam daftar. Pilih instansi lain.',
  coordinatorMustDispose:
    'Tidak ada instansi lain untuk menerima pengembalian ini. Teruskan laporan ke instansi yang berwenang.',
  alreadyRated: 'Anda sudah memberi penilaian untuk laporan ini.',
  reopenPeriodOver: 'Masa untuk membuka kembali laporan ini sudah lewat. Silakan kirim laporan baru.',
  withdrawnByReporter: 'Laporan ini sudah dicabut oleh pelapornya.',
  isMerged: 'Laporan ini sudah digabungkan dengan laporan lain.',
  notMerged: 'Laporan ini tidak sedang digabungkan dengan laporan lain.',
  closureNotAnnounced: 'Penutupan laporan ini belum diumumkan kepada pelapor.',
};
