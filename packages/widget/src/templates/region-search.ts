import { html, nothing, type TemplateResult } from 'lit';
import type { Region } from '@lapor/schemas';
import type { PlaceSentences } from '../sentences/place-sentences.ts';

/** A combobox as it stands. */
export interface RegionSearchView {
  readonly text: string;
  readonly found: readonly Region[];
  /** The one that Enter would choose, or less than none. */
  readonly active: number;
  readonly told: string;
  readonly handleInput: (event: Event) => void;
  readonly handleKey: (event: KeyboardEvent) => void;
  readonly close: () => void;
  choose(region: Region): void;
}

/** Pressing the mouse would take the focus, and with it the list. */
const keepFocus = (event: Event): void => event.preventDefault();

/** A region by its name. Each result says whether it is a kabupaten or a kota, and where it lies. */
export const regionSearch = (search: RegionSearchView, say: PlaceSentences): TemplateResult => {
  const { found, active } = search;
  const isOpen = found.length > 0;
  return html`<div class="field search" part="field">
    <label for="region-search" part="label">${say.search.label}</label>
    <span class="hint" part="hint" id="region-search-hint">${say.search.hint}</span>
    <input
      part="control"
      id="region-search"
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      maxlength="100"
      aria-autocomplete="list"
      aria-expanded=${isOpen}
      aria-controls="region-found"
      aria-activedescendant=${active < 0 ? nothing : `region-found-${active}`}
      aria-describedby="region-search-hint"
      .value=${search.text}
      @input=${search.handleInput}
      @keydown=${search.handleKey}
      @blur=${search.close}
    />
    <ul id="region-found" role="listbox" aria-label=${say.search.label} ?hidden=${!isOpen} @mousedown=${keepFocus}>
      ${found.map(
        (region, index) =>
          html`<li
            id="region-found-${index}"
            role="option"
            aria-selected=${index === active}
            @click=${() => search.choose(region)}
          >
            <b>${region.fullName}</b><span class="hint">${region.within ?? nothing}</span>
          </li>`,
      )}
    </ul>
    <p role="status" class="hint ${search.told ? '' : 'empty'}">${search.told}</p>
  </div>`;
};
