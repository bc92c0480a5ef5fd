// Everything that the form says until its second step, in Indonesian.
export * from '@lapor/schemas/messages/id/first-step';

/** What the frame of the form says. */
export const frame = {
  progress: ({ number, total }: { number: number; total: number }) => `Langkah ${number} dari ${total}`,
  next: { label: 'Lanjutkan' },
  loading: 'Tunggu sebentar …',
  notLoaded:
    'Langkah berikutnya belum dapat dimuat. Periksa sambungan internet Anda, lalu tekan Lanjutkan sekali lagi.',
};
