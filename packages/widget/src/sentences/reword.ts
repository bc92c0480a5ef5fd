import type { AdviceSentences } from './advice-sentences.ts';
import type { DialogSentences } from './dialog-sentences.ts';
import type { DraftSentences } from './draft-sentences.ts';
import type { FileSentences } from './file-sentences.ts';
import type { FirstSentences } from './first-sentences.ts';
import type { LaterSentences } from './later-sentences.ts';
import type { PlaceSentences } from './place-sentences.ts';

/** What the form says, in the parts in which it is loaded. */
export interface SentenceParts {
  readonly first: FirstSentences;
  readonly later: LaterSentences;
  readonly place: PlaceSentences;
  readonly advice: AdviceSentences;
  readonly draft: DraftSentences;
  readonly files: FileSentences;
  readonly dialog: DialogSentences;
}

/** Puts a region's own words in the place of ours, in one part of what the form says. */
export type Reword = <Part extends keyof SentenceParts>(part: Part, ours: SentenceParts[Part]) => SentenceParts[Part];

/** Where a region has no words of its own. */
export const asWeSayIt: Reword = (_, ours) => ours;
