import type { FormLanguage } from './first-sentences.ts';

/** What the dialog around the form says. */
export interface DialogSentences {
  /** Takes the form away; what was typed stays. */
  readonly close: string;
}

/** So few words that both languages come together. */
export const dialogSentences: Readonly<Record<FormLanguage, DialogSentences>> = {
  id: { close: 'Tutup' },
  en: { close: 'Close' },
};
