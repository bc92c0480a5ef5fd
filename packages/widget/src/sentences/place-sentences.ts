import type { place } from './id/place.ts';

/** The same members, with other words. */
type Spoken<Sentences> = {
  readonly [Name in keyof Sentences]: Sentences[Name] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : Sentences[Name] extends string
      ? string
      : Spoken<Sentences[Name]>;
};

/** The sentences with which somebody finds the place; they come with what finds it. */
export type PlaceSentences = Spoken<typeof place>;
