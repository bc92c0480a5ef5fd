/** What the form says of a draft on this device. */
export const draft = {
  keep: {
    label: 'Simpan draf di perangkat ini',
    hint: 'Kalau halaman ini tertutup, isian Anda masih ada saat dibuka lagi, paling lama 7 hari. Foto tidak ikut disimpan. Siapa pun yang memakai perangkat ini dapat membacanya, jadi jangan nyalakan di komputer umum atau ponsel pinjaman.',
  },
  restored: ({ when }: { when: string }) =>
    `Draf Anda dari ${when} dipulihkan. Kalau tadi ada foto, pilih lagi fotonya.`,
  discard: { label: 'Buang draf ini' },
  kept: 'Draf tersimpan.',
  deleted: 'Draf di perangkat ini sudah dihapus.',
  replaced:
    'Formulir ini juga diisi di jendela lain, atau ada draf yang lebih lama. Yang tersimpan sekarang isian di jendela ini.',
  notKept: 'Draf tidak dapat disimpan di perangkat ini.',
};
