import type { NotificationChannel } from '../../reporter.ts';

/** How a reporter wants to hear of news: the choices, and what belongs to be known before choosing. */
export const newsChoices = {
  email: { label: 'Lewat email' },
  sms: { label: 'Lewat SMS' },
  none: { label: 'Tidak perlu, saya lihat sendiri' },
  hint: 'Kami mengabari Anda setiap ada perkembangan. Laporan anonim tidak kami kabari, supaya nama Anda tetap tersembunyi.',
  /** Who chose a channel and left no address for it. */
  missing: {
    email: 'Tulis alamat email Anda supaya kami dapat mengabari Anda.',
    sms: 'Tulis nomor telepon Anda supaya kami dapat mengabari Anda.',
  },
} satisfies Record<NotificationChannel, { label: string }> & { hint: string; missing: object };
