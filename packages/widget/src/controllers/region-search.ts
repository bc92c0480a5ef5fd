import type { Region, RegionCode } from '@lapor/schemas';
import type { PlaceSentences } from '../sentences/place-sentences.ts';

/** Brings the regions that are called so, best first. */
export type SearchRegions = (text: string) => Promise<readonly Region[]>;

/** Nobody reads on a phone what comes after these. */
const fewest = 2;

/** How long somebody has to pause before it is asked, in milliseconds: about one letter on a phone. */
const pause = 250;

/** The name of a found region with those that it lies in. */
export const wholeNameOf = ({ fullName, within }: Region): string => (within ? `${fullName}, ${within}` : fullName);

/** A region searched by its name: the state of a combobox as the ARIA Authoring Practices describe it. */
export class RegionSearch {
  readonly #say: PlaceSentences;
  readonly #search: SearchRegions;
  readonly #choose: (region: Region) => void;
  readonly #changed: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #chosen: RegionCode | undefined;
  text = '';
  found: readonly Region[] = [];
  /** The one that Enter would choose. */
  active = -1;
  /** What a screen reader hears of it. */
  told = '';

  constructor(say: PlaceSentences, search: SearchRegions, choose: (region: Region) => void, changed: () => void) {
    this.#say = say;
    this.#search = search;
    this.#choose = choose;
    this.#changed = changed;
  }

  readonly handleInput = ({ target }: Event): void => {
    this.text = (target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(this.text), pause);
    if (this.text.trim().length < fewest) this.close();
  };

  readonly handleKey = (event: KeyboardEvent): void => {
    const { key } = event;
    const count = this.found.length;
    if (count === 0) return;
    if (key === 'Tab') return this.close();
    if (key === 'ArrowDown') this.active = (this.active + 1) % count;
    else if (key === 'ArrowUp') this.active = (Math.max(this.active, 0) + count - 1) % count;
    else if (key === 'Enter') this.choose(this.found[this.active]);
    else if (key === 'Escape') this.close();
    else return;
    // Neither does Enter send the form nor Escape close a dialog while the list is open.
    event.preventDefault();
    event.stopPropagation();
    this.#changed();
  };

  readonly close = (): void => {
    this.found = [];
    this.active = -1;
    this.told = '';
    this.#changed();
  };

  choose(region: Region | undefined): void {
    if (!region) return;
    this.close();
    this.text = wholeNameOf(region);
    this.told = this.#say.chosen({ region: this.text });
    this.#chosen = region.code;
    this.#choose(region);
  }

  /** What was found is forgotten when another region was chosen elsewhere. */
  follow(region: RegionCode | undefined): void {
    if (this.#chosen === undefined || this.#chosen === region) return;
    this.#chosen = undefined;
    this.text = '';
    this.told = '';
  }

  async #ask(text: string): Promise<void> {
    if (text.trim().length < fewest) return;
    const { found, notFound, searchFailed } = this.#say;
    try {
      const regions = await this.#search(text);
      // Somebody has typed on: a later question will be answered.
      if (text !== this.text) return;
      this.found = regions;
      this.told = regions.length === 0 ? notFound : found({ count: regions.length });
    } catch {
      this.found = [];
      this.told = searchFailed;
    }
    this.active = -1;
    this.#changed();
  }
}
