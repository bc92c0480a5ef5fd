import { html, type TemplateResult } from 'lit';
import type { DraftSentences } from '../sentences/draft-sentences.ts';

/** The switch by which somebody lets this device keep a draft, and what has come of it. */
export const draftSwitch = (
  say: DraftSentences,
  isAllowed: boolean,
  told: string,
  change: (isOn: boolean) => void,
): TemplateResult =>
  html`<div class="choice">
      <input
        type="checkbox"
        id="keepDraft"
        name="keepDraft"
        aria-describedby="keepDraft-hint"
        .checked=${isAllowed}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      <label for="keepDraft" part="label">${say.keep.label}</label>
      <span class="hint" part="hint" id="keepDraft-hint">${say.keep.hint}</span>
    </div>
    <p role="status" class="hint">${told}</p>`;

/** That a draft is back, and the way to be rid of it. */
export const draftNotice = (say: DraftSentences, when: string, discard: () => void): TemplateResult =>
  html`<p>${say.restored({ when })}</p>
    <button type="button" part="button" @click=${discard}>${say.discard.label}</button>`;
