/** What only the pages say that a gateway shows to people without script. */
export const formPages = {
  keptFiles: { label: 'Berkas yang sudah kami terima' },
  /** What is wrong with the answer to a category's question, where the question itself is out of sight. */
  answerFault: ({ question, message }: { question: string; message: string }) => `Tentang “${question}”: ${message}`,
  filesLost:
    'Berkas yang tadi Anda kirim sudah tidak kami simpan, karena halaman ini terlalu lama terbuka. Pilih lagi berkasnya kalau masih diperlukan.',
  chooseAgain: ({ names }: { names: readonly string[] }) =>
    `Pilih lagi berkas ini, karena belum kami terima: ${names.join(', ')}`,
  review: { label: 'Lanjutkan dan periksa' },
  continued: 'Isian Anda dari halaman sebelumnya sudah kami bawa ke sini. Lengkapi seperlunya, lalu periksa.',
  tooFast: 'Terlalu cepat untuk kami. Tunggu beberapa detik, lalu tekan tombol kirim sekali lagi.',
  stampMissing: 'Halaman ini sudah terlalu lama terbuka. Tekan tombol kirim sekali lagi.',
  trap: { label: 'Biarkan kolom ini kosong' },
  trapFilled: 'Kolom untuk mencegah kiriman otomatis terisi. Kami sudah mengosongkannya. Silakan kirim sekali lagi.',
  sentBefore:
    'Formulir ini sudah terkirim sebelumnya dengan isi yang lain. Kalau yang ini memang laporan baru, kirim sekali lagi.',
  otherLanguage: { label: 'English' },
  errorPrefix: { label: 'Perlu diperbaiki' },
  skip: { label: 'Langsung ke isi halaman' },
  starting: { title: 'Layanan sedang kami siapkan' },
  reloadSoon: 'Tunggu beberapa detik, lalu muat ulang halaman ini.',
  goBack: 'Tekan tombol kembali di peramban Anda. Biasanya isian Anda masih ada di sana.',
  cannotRead: 'Kiriman ini tidak sampai dengan utuh, mungkin karena sambungan terputus. Silakan kirim sekali lagi.',
  foreignPage: 'Halaman asal kiriman ini belum terdaftar. Silakan isi formulirnya di sini.',
  otherWays: { title: 'Cara lain untuk melapor' },
  guidance: { title: 'Sebelum Anda melapor' },
};
