import type { draft } from './id/draft.ts';

/** The sentences of the draft. A further language is a module with the same export. */
export type DraftSentences = Readonly<typeof draft>;

/** Loaded with what keeps drafts. */
export const loadDraftSentences = async (language: 'id' | 'en'): Promise<DraftSentences> =>
  (await (language === 'en' ? import('./en/draft.ts') : import('./id/draft.ts'))).draft;
