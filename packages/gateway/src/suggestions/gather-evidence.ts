import type { Category, SuggestionRequest } from '@lapor/schemas';
import type { Directory, DirectoryInstitution } from '../directory/directory.ts';
import { institutionPhrases } from './institution-phrases.ts';
import { type Word, wordsOf } from './words-of.ts';

/** What in a draft speaks for one institution, place aside. */
export interface Evidence {
  readonly institution: DirectoryInstitution;
  /** What of its names and tasks the draft has, as the directory writes it, and what each weighs. */
  readonly phrases: ReadonlyMap<string, number>;
  /** The chosen category, when that is its task. */
  readonly category?: Category;
  readonly weight: number;
}

/**
 * What each kind of evidence weighs. A task of one word is the unit.
 *
 * Set by hand on the invented reports of the demo data; a router that learns from a region's own dispositions replaces them.
 */
const weights = Object.freeze({
  word: 1,
  /** "lampu jalan" tells more than "jalan". */
  furtherWord: 0.5,
  /** What stands in the title is what the report is about. */
  inTitle: 0.5,
  /** A district office's own place tells where, hardly what. */
  placeName: 0.25,
  /** The directory gives the category to this institution. */
  ownCategory: 2,
  /** The name of the category has a task of the institution. */
  categoryName: 1,
});

interface Findings {
  readonly phrases: Map<string, number>;
  category?: Category;
  categoryWeight: number;
}

/** The institution to which the directory gives a category, or a heading above it. */
const ownerOf = (
  category: Category | undefined,
  { categories, institutions }: Directory,
): DirectoryInstitution | undefined => {
  for (
    let each = category, steps = 0;
    each && steps < 10;
    each = each.parentId === undefined ? undefined : categories.get(each.parentId), steps += 1
  ) {
    const owner = each.institutionId === undefined ? undefined : institutions.get(each.institutionId);
    if (owner) return owner;
  }
  return undefined;
};

/** Gathers what in the draft speaks for which institution. */
export const gatherEvidence = (
  draft: SuggestionRequest,
  text: { readonly title: readonly Word[]; readonly content: readonly Word[] },
  directory: Directory,
): Evidence[] => {
  const findings = new Map<DirectoryInstitution, Findings>();
  const of = (institution: DirectoryInstitution): Findings => {
    const known = findings.get(institution) ?? { phrases: new Map(), categoryWeight: 0 };
    findings.set(institution, known);
    return known;
  };
  const index = institutionPhrases(directory);

  for (const [part, words] of Object.entries(text)) {
    for (const { words: phrase, subject } of index.find(words)) {
      const base =
        subject.kind === 'place'
          ? weights.placeName
          : weights.word + weights.furtherWord * (phrase.length - 1) + (part === 'title' ? weights.inTitle : 0);
      const { phrases } = of(subject.institution);
      phrases.set(subject.shown, Math.max(base, phrases.get(subject.shown) ?? 0));
    }
  }

  const category = draft.categoryId === undefined ? undefined : directory.categories.get(draft.categoryId);
  const owner = ownerOf(category, directory);
  if (category && owner) Object.assign(of(owner), { category, categoryWeight: weights.ownCategory });
  else if (category) {
    for (const { words, subject } of index.findScattered(wordsOf(category.name))) {
      Object.assign(of(subject.institution), {
        category,
        categoryWeight: weights.categoryName + weights.furtherWord * (words.length - 1),
      });
    }
  }

  return [...findings].map(([institution, { phrases, category: found, categoryWeight }]) => ({
    institution,
    phrases,
    ...(found && { category: found }),
    weight: categoryWeight + [...phrases.values()].reduce((sum, each) => sum + each, 0),
  }));
};
