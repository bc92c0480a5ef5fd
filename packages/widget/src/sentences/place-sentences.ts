import type { place } from './id/place.ts';

/** The same members, with other words. */
type Spoken<Sentences> = {
  readonly [Name in keyof Sentences]: Sentences[Name] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : Sentences[Name] extends string
      ? string
      : Spoken<Sentences[Name]>;
};

/** The sentences with which somebody finds the place. */
export type PlaceSentences = Spoken<typeof place>;

/** Loaded with what finds it. */
export const loadPlaceSentences = async (language: 'id' | 'en'): Promise<PlaceSentences> =>
  (await (language === 'en' ? import('./en/place.ts') : import('./id/place.ts'))).place;
