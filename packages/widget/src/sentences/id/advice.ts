/** What is said beside a draft while somebody writes, in Indonesian. */
export const advice = {
  /** The one line behind which it stands: short, so that it stays one on a small phone. */
  line: ({ count, hasPersonal }: { count: number; hasPersonal: boolean }) =>
    hasPersonal ? `${count} saran, ada data pribadi` : `${count} saran untuk laporan Anda`,
  institutionsOnly: 'Saran instansi tujuan',
  personal: { title: 'Data pribadi dalam tulisan Anda' },
  mask: { label: 'Samarkan', of: ({ passage }: { passage: string }) => `Samarkan “${passage}”` },
  /** Stands in the text in place of what was hidden. */
  masked: '[disamarkan]',
  undo: { label: 'Kembalikan', of: ({ passage }: { passage: string }) => `Kembalikan “${passage}”` },
  hidden: 'Sudah disamarkan.',
  similar: {
    title: 'Mungkin sudah ada yang melaporkan',
    hint: 'Kalau masalahnya sama, cukup dukung atau ikuti laporan itu. Tulisan Anda di sini tidak hilang.',
  },
  follow: {
    label: 'Ikuti laporan ini',
    of: ({ title }: { title: string }) => `Ikuti laporan ini: “${title}” (tab baru)`,
  },
  support: {
    label: 'Saya juga mengalaminya',
    of: ({ title }: { title: string }) => `Saya juga mengalaminya: “${title}”`,
  },
  supported: 'Dukungan Anda tercatat. Anda boleh berhenti di sini, atau tetap mengirim laporan sendiri.',
  notSupported: 'Dukungan belum dapat dicatat. Coba sekali lagi sebentar lagi.',
  missing: { title: 'Yang masih dapat Anda lengkapi', hint: 'Boleh juga langsung dilanjutkan.' },
};
