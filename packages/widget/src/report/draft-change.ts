import type { SuggestionRequest } from '@lapor/schemas';

/** Letters that have to come or go before a gateway is asked again. */
const leastLetters = 4;
/** Letters below which nothing can be said to a text. */
const leastText = 12;

const textOf = ({ title = '', content = '', incident }: SuggestionRequest): string =>
  [title, content, incident?.place?.landmark ?? ''].map((text) => text.trim().replace(/\s+/g, ' ')).join('\n');

const restOf = ({ title: _, content: __, incident, ...others }: SuggestionRequest): string =>
  JSON.stringify([others, incident?.place?.regionCode, incident?.date]);

/** Whether there is enough of a draft to ask what can be said to it; more than the contract takes is not sent for that. */
export const saysEnough = (draft: SuggestionRequest): boolean => {
  const { title = '', content = '' } = draft;
  return title.length <= 1000 && content.length <= 20_000 && textOf(draft).length >= leastText;
};

/** Whether a draft has changed so much that a gateway may say something else to it: a word, some letters, a choice. */
export const hasChangedEnough = (before: SuggestionRequest | undefined, now: SuggestionRequest): boolean => {
  if (before === undefined) return true;
  if (restOf(before) !== restOf(now)) return true;
  const [old, young] = [textOf(before), textOf(now)];
  return Math.abs(old.length - young.length) >= leastLetters || old.split(/\s/).length !== young.split(/\s/).length;
};
