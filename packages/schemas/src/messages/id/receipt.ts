/** The receipt: that a report is kept, who has it, and how it can be followed. */
export const receipt = {
  heading: { title: 'Laporan Anda sudah kami terima' },
  number: { label: 'Nomor laporan' },
  token: { label: 'Kunci laporan' },
  keep: 'Simpan nomor dan kunci ini: catat, foto layarnya, atau cetak halaman ini. Kunci hanya ditampilkan sekarang dan tidak dapat kami kirim ulang.',
  secret:
    'Siapa pun yang memegang kunci ini dapat membaca dan menanggapi laporan Anda. Jangan bagikan kepada orang lain.',
  follow: ({ address }: { address: string }) => `Ikuti laporan ini di ${address}.`,
  owner: { label: 'Penanggung jawab sekarang' },
  status: { label: 'Status' },
  receivedAt: { label: 'Diterima' },
  next: { title: 'Apa yang terjadi selanjutnya' },
  open: { label: 'Lihat perkembangan laporan' },
  again: ({ minutes }: { minutes: number }) =>
    `Demi keamanan, halaman ini hanya dapat dibuka ulang selama ${minutes} menit.`,
  expired: { title: 'Tanda terima ini tidak dapat ditampilkan lagi' },
  expiredHelp:
    'Laporan Anda tetap tersimpan dan ditangani. Gunakan nomor dan kunci yang sudah Anda simpan untuk mengikutinya.',
};
