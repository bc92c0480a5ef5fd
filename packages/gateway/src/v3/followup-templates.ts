/**
 * What each event is called at this door, and its words with V3's placeholders. The codes of SP4N-LAPOR! are not known: these
 * are ours. Some have inner spaces and some have not, as it was seen.
 */
export const eventTemplates: Readonly<Record<string, { readonly code: string; readonly content: string }>> = {
  received: { code: 'complaint-received', content: 'Laporan diterima dan ada pada {{institution_to}}.' },
  verified: { code: 'complaint-verified', content: 'Laporan diverifikasi oleh {{institution}}.' },
  disposed: {
    code: 'complaint-disposition',
    content: 'Laporan didisposisi dari {{institution_from}} ke {{institution_to}}.',
  },
  returned: {
    code: 'complaint-not-authority',
    content: '{{ institution_from }} menyatakan laporan bukan wewenangnya dan meneruskannya ke {{ institution_to }}.',
  },
  postponed: { code: 'complaint-postponed', content: 'Laporan ditunda oleh {{institution}}.' },
  archived: { code: 'complaint-archived', content: 'Laporan diarsipkan oleh {{institution}}.' },
  followUpStarted: { code: 'followup-process', content: 'Laporan diproses oleh {{institution}}.' },
  responded: { code: 'followup-response', content: 'Tanggapan dari {{institution_from}}.' },
  completed: { code: 'complaint-completed', content: 'Laporan diselesaikan oleh {{institution}}.' },
  replied: { code: 'reporter-reply', content: 'Tanggapan dari pelapor.' },
  confirmed: { code: 'reporter-rating', content: 'Pelapor menyatakan laporannya selesai.' },
  disputed: { code: 'reporter-dispute', content: 'Pelapor menyatakan laporannya belum selesai.' },
  withdrawn: { code: 'reporter-withdrawal', content: 'Pelapor mencabut laporannya.' },
};

/** For every other event. */
export const statusTemplate = {
  code: 'complaint-status',
  content: 'Status laporan: {{ status_old }} menjadi {{ status_new }}.',
} as const;

/** The template of an event. */
export const templateOf = (eventType: string): { readonly code: string; readonly content: string } =>
  Object.hasOwn(eventTemplates, eventType) ? (eventTemplates[eventType] ?? statusTemplate) : statusTemplate;
