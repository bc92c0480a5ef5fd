import * as id from './id/first-step.ts';

/** The sentences of the first step. A further language is a module with the same exports: the compiler names what is missing. */
export type FirstSentences = Readonly<typeof id>;

/** The languages that the form speaks. */
export type FormLanguage = 'id' | 'en';

/** Indonesian: it comes with the first file. */
export const indonesian: FirstSentences = id;

/** Another language, loaded when a page asks for it. */
export const loadEnglish = (): Promise<FirstSentences> => import('./en/first-step.ts');
