import type { SuggestionRequest, Suggestions } from '@lapor/schemas';
import { hasChangedEnough, saysEnough } from '../report/draft-change.ts';
import type { AdviceLink } from './advice-link.ts';

/** What a gateway said, and the draft to which it said that: passages are places in its text. */
export interface SaidAdvice {
  readonly draft: SuggestionRequest;
  readonly suggestions: Suggestions;
}

/** Asks what can be said to a draft. The newest draft is the one that counts; where no answer comes, nothing is said. */
export class Advice {
  readonly #link: AdviceLink;
  readonly #changed: () => void;
  #asking: AbortController | undefined;
  #asked: SuggestionRequest | undefined;
  said: SaidAdvice | undefined;

  constructor(link: AdviceLink, changed: () => void) {
    this.#link = link;
    this.#changed = changed;
  }

  /** Never rejects. */
  async ask(draft: SuggestionRequest): Promise<void> {
    if (!saysEnough(draft)) return this.clear();
    if (!hasChangedEnough(this.#asked, draft)) return;
    this.#asking?.abort();
    const asking = new AbortController();
    this.#asking = asking;
    this.#asked = draft;
    try {
      const suggestions = await this.#link.advice(draft, asking.signal);
      if (asking.signal.aborted) return;
      this.said = { draft, suggestions };
    } catch {
      if (asking.signal.aborted) return;
      // Asked again with the next pause. What was said to an older text may be wrong by now.
      this.#asked = undefined;
      this.said = undefined;
    }
    this.#changed();
  }

  clear(): void {
    this.#asking?.abort();
    this.#asked = undefined;
    if (this.said === undefined) return;
    this.said = undefined;
    this.#changed();
  }
}
