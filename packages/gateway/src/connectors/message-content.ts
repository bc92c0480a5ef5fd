import type { SentMessage } from './parcel.ts';
import { plainText } from './plain-text.ts';

/** What is said of what happened, besides what the reporter wrote. Officers who read it there read Indonesian. */
const sentences: Readonly<Record<SentMessage['kind'], (message: SentMessage) => string | undefined>> = {
  reply: () => undefined,
  rating: ({ rating }) => `Pelapor menyatakan masalahnya sudah beres dan memberi nilai ${rating ?? 0} dari 5.`,
  dispute: () => 'Pelapor menyatakan masalahnya belum beres.',
  withdrawal: () => 'Pelapor mencabut laporan ini.',
  return: () => 'Bukan wewenang instansi ini.',
};

/** The words of a message. The same message has the same words whenever they are made. */
export const messageContent = (message: SentMessage): string =>
  [sentences[message.kind](message), message.text].filter((part) => part !== undefined && part !== '').join('\n\n');

/** Words as they are compared: what an editor there made of spaces and tags does not count. */
export const comparable = (text: string): string => plainText(text).replace(/\s+/gu, ' ').toLowerCase();
