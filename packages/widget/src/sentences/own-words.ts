import { LaporErrorEvent } from '../events/error-event.ts';
import { asWeSayIt, type Reword, type SentenceParts } from './reword.ts';

/** Any of these sentences in other words. */
export type OtherWords<Sentences> = {
  readonly [Name in keyof Sentences]?: Sentences[Name] extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : Sentences[Name] extends string
      ? string
      : OtherWords<Sentences[Name]>;
};

/**
 * Words of a region's own, as the module exports them that the attribute `sentences` names. What is left out is said in Indonesian, or
 * in English where `lang` is `en`.
 *
 * @example
 * import type { OwnWords } from '@lapor/widget';
 *
 * export const first: OwnWords['first'] = { frame: { next: { label: 'Lajengaken' } } };
 */
export type OwnWords = { readonly [Part in keyof SentenceParts]?: OtherWords<SentenceParts[Part]> };

type Sentence = (...facts: unknown[]) => unknown;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A sentence that is made of facts: theirs, until it cannot be said. */
const eitherOf = (ours: Sentence, theirs: Sentence): Sentence => {
  let isSaid = true;
  return (...facts) => {
    try {
      const said = isSaid && theirs(...facts);
      if (typeof said === 'string') return said;
    } catch (error) {
      console.error(error);
    }
    isSaid = false;
    return ours(...facts);
  };
};

/** The same sentences under the same names: theirs where there is one of the same kind. */
const inOtherWords = (ours: unknown, theirs: unknown): unknown => {
  if (isObject(ours))
    return isObject(theirs)
      ? Object.fromEntries(Object.keys(ours).map((name) => [name, inOtherWords(ours[name], theirs[name])]))
      : ours;
  if (typeof ours === 'function')
    return typeof theirs === 'function' ? eitherOf(ours as Sentence, theirs as Sentence) : ours;
  return typeof theirs === 'string' ? theirs : ours;
};

/** Loads them for a form. Where there is no such module the form goes on as it is. */
export const loadOwnWords = async (form: HTMLElement & { readonly sentences: string }): Promise<Reword> => {
  try {
    const { origin, href } = new URL(form.sentences, document.baseURI);
    // Whoever can write an attribute into a page must not thereby run a script from anywhere.
    if (origin !== location.origin) throw new TypeError('It is not of the page’s own origin.');
    // No bundler is to look for it.
    const words = (await import(/* webpackIgnore: true */ /* @vite-ignore */ href)) as OwnWords;
    return (part, ours) => inOtherWords(ours, words[part]) as typeof ours;
  } catch (error) {
    console.error(`<lapor-form>: \`sentences\` could not be loaded from ${form.sentences}.`, error);
    form.dispatchEvent(new LaporErrorEvent('notLoaded'));
    return asWeSayIt;
  }
};
