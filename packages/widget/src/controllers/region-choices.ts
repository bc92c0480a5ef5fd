import type { Region, RegionCode } from '@lapor/schemas';

/** Brings the regions directly below one; all provinces below none. */
export type LoadRegions = (parent: RegionCode | undefined) => Promise<readonly Region[]>;

const byName = (one: Region, other: Region): number => one.fullName.localeCompare(other.fullName, 'id');

/** The codes from a province down to a region, itself included: `13.71.05` → `13`, `13.71`, `13.71.05`. */
const wayTo = (code: RegionCode): RegionCode[] =>
  code.split('.').map((_, index, parts) => parts.slice(0, index + 1).join('.'));

/** The lists of regions from which one is chosen, each loaded when it is first needed. */
export class RegionChoices {
  readonly #load: LoadRegions;
  readonly #changed: () => void;
  readonly #known = new Map<string, readonly Region[]>();
  readonly #loading = new Set<string>();
  readonly #names = new Map<RegionCode, string>();
  /** True when the last list that was asked for did not come. */
  hasFailed = false;

  constructor(load: LoadRegions, changed: () => void) {
    this.#load = load;
    this.#changed = changed;
  }

  get isLoading(): boolean {
    return this.#loading.size > 0;
  }

  /** The regions directly below one, in the order of their names, as far as they are here. Asks for them when they are not. */
  below(parent: RegionCode | undefined): readonly Region[] | undefined {
    const key = parent ?? '';
    const known = this.#known.get(key);
    if (known === undefined && !this.#loading.has(key)) void this.#ask(parent, key);
    return known;
  }

  /** Asks again for what did not come. */
  tryAgain(): void {
    this.hasFailed = false;
    this.#changed();
  }

  /** The chosen region on each level below the site's own. */
  chosenBelow(own: RegionCode | undefined, chosen: RegionCode | undefined): RegionCode[] {
    if (chosen === undefined) return [];
    const way = wayTo(chosen);
    return own !== undefined && chosen.startsWith(`${own}.`) ? way.slice(wayTo(own).length) : way;
  }

  /** As {@link below}, whenever they come. @throws when they do not. */
  async listBelow(parent: RegionCode | undefined): Promise<readonly Region[]> {
    const known = this.#known.get(parent ?? '') ?? [...(await this.#load(parent))].sort(byName);
    this.#known.set(parent ?? '', known);
    return known;
  }

  /** Remembers the name of a region whose lists may never be asked for. */
  remember(code: RegionCode, name: string): void {
    this.#names.set(code, name);
  }

  /** The name of a region with those around it: `Padang Utara, Kota Padang`. */
  nameOf(code: RegionCode | undefined): string | undefined {
    if (code !== undefined && this.#names.has(code)) return this.#names.get(code);
    const all = [...this.#known.values()].flat();
    const names =
      code === undefined ? [] : wayTo(code).map((one) => all.find((region) => region.code === one)?.fullName);
    return names.filter(Boolean).reverse().join(', ') || code;
  }

  async #ask(parent: RegionCode | undefined, key: string): Promise<void> {
    if (this.hasFailed) return;
    this.#loading.add(key);
    try {
      await this.listBelow(parent);
    } catch {
      this.hasFailed = true;
    }
    this.#loading.delete(key);
    this.#changed();
  }
}
