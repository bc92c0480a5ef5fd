import type { files } from './id/files.ts';

/** The sentences about files. A further language is a module with the same export. */
export type FileSentences = Readonly<typeof files>;

/** Loaded with the first file. */
export const loadFileSentences = async (language: 'id' | 'en'): Promise<FileSentences> =>
  (await (language === 'en' ? import('./en/files.ts') : import('./id/files.ts'))).files;
