import type { FormValues } from './form-values.ts';
import { type Passage, withPassage } from './masked-passage.ts';

/** The fields of which passages can be hidden. */
export type MaskedField = 'title' | 'content' | 'landmark';

const placesOf = (words: string, text: string): number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  return places;
};

/** Passages that were hidden, so that each can be put back: the first mark in a text stands for the first of them. */
export class MaskedPassages {
  readonly #mark: string;
  readonly #kept: Record<MaskedField, string[]> = { title: [], content: [], landmark: [] };

  constructor(mark: string) {
    this.#mark = mark;
  }

  /** The text without the passage. */
  mask(field: MaskedField, text: string, passage: Passage): string {
    const rank = placesOf(this.#mark, text.slice(0, passage.start)).length;
    this.#kept[field].splice(rank, 0, text.slice(passage.start, passage.end));
    return withPassage(text, passage, this.#mark);
  }

  /** What is hidden in a field and where. Nothing once somebody has changed the marks themselves. */
  in(field: MaskedField, values: FormValues): readonly (Passage & { readonly words: string })[] {
    const places = placesOf(this.#mark, values[field] ?? '');
    const kept = this.#kept[field];
    if (places.length !== kept.length) return [];
    return places.map((start, index) => ({ start, end: start + this.#mark.length, words: kept[index] ?? '' }));
  }

  /** The text with the passage as it was. */
  unmask(field: MaskedField, text: string, passage: Passage): string {
    const rank = placesOf(this.#mark, text.slice(0, passage.start)).length;
    const [words = ''] = this.#kept[field].splice(rank, 1);
    return withPassage(text, passage, words);
  }
}
