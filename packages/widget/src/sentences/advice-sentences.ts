import type { advice } from './id/advice.ts';

/** The sentences of the advice. A further language is a module with the same export. */
export type AdviceSentences = Readonly<typeof advice>;

/** Loaded with the first advice. */
export const loadAdviceSentences = async (language: 'id' | 'en'): Promise<AdviceSentences> =>
  (await (language === 'en' ? import('./en/advice.ts') : import('./id/advice.ts'))).advice;
