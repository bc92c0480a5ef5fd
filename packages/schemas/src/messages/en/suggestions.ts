import { listOfAll } from '../formats.ts';
import type { suggestionReasons as source } from '../id/suggestions.ts';

/** The English of the Indonesian `suggestionReasons`. */
export const suggestionReasons: typeof source = {
  words: ({ words }) =>
    `The report mentions ${listOfAll(
      words.map((word) => `“${word}”`),
      'en-GB',
    )}.`,
  category: ({ category }) => `The category “${category}” is among the tasks of this institution.`,
  place: ({ region }) => `It happened in ${region}.`,
  namedPlace: ({ region }) => `The report mentions ${region}.`,
};
