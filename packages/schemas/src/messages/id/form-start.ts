/** What a form says from the first moment on: what it is, how it goes on, and that something is wrong. */
export const formStart = {
  heading: { title: 'Sampaikan laporan Anda' },
  introduction: 'Ceritakan masalahnya. Anda tidak perlu punya akun, dan tidak perlu tahu instansi mana yang berwenang.',
  steps: {
    say: { title: 'Laporan Anda' },
    where: { title: 'Tempat dan waktu' },
    who: { title: 'Tentang Anda' },
    check: { title: 'Periksa dan kirim' },
  },
  optional: { label: 'Tidak wajib' },
  errors: { title: 'Ada yang perlu diperbaiki' },
  follow: { label: 'Ikuti laporan Anda' },
};
