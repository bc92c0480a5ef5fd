// Everything that the form says, in Indonesian, by the parts in which it is loaded: the module of words from which a region makes its
// own. No page loads it.
import { dialogSentences } from './dialog-sentences.ts';

export * as first from './id/first-step.ts';
export * as later from './id/later-steps.ts';
export { place } from './id/place.ts';
export { advice } from './id/advice.ts';
export { draft } from './id/draft.ts';
export { files } from './id/files.ts';
export const dialog = dialogSentences.id;
