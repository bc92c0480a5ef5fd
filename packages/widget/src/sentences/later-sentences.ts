import type * as id from './id/later-steps.ts';

/** The sentences after the first step. A further language is a module with the same exports. */
export type LaterSentences = Readonly<typeof id>;
