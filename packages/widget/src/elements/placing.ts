import type { Region, RegionCode } from '@lapor/schemas';
import type { FormHost } from '../controllers/form-host.ts';
import { type Borders, type Guess, OwnPosition } from '../controllers/own-position.ts';
import { type RegionChoices } from '../controllers/region-choices.ts';
import { RegionSearch, wholeNameOf } from '../controllers/region-search.ts';
import type { SiteSettings } from '../controllers/site-settings.ts';
import { writePosition } from '../report/written-position.ts';
import type { PlaceSentences } from '../sentences/place-sentences.ts';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { placeStyles } from '../styles/place-styles.ts';
import { ownPosition } from '../templates/own-position.ts';
import { regionSearch } from '../templates/region-search.ts';
import type { MapPlace } from './map-place.ts';

/** The quicker ways to a region: by its name, and from where the device is. The lists below them work without. */
export class Placing {
  readonly #host: FormHost;
  readonly #say: PlaceSentences;
  readonly #settings: SiteSettings;
  readonly #regions: RegionChoices;
  readonly #search: RegionSearch;
  readonly #own: OwnPosition;
  readonly #borders: Borders;
  #map: MapPlace | undefined;

  constructor(host: FormHost, say: PlaceSentences, settings: SiteSettings, regions: RegionChoices) {
    this.#host = host;
    this.#say = say;
    this.#settings = settings;
    this.#regions = regions;
    const changed = (): void => host.requestUpdate();
    this.#search = new RegionSearch(
      say,
      async (text) => (await settings.loadLink()).regionsNamed(text, settings.site.regionCode),
      (region) => this.#choose(region),
      changed,
    );
    const files = new Map<string, Promise<unknown>>();
    const load = (path: string): Promise<unknown> => {
      const file = files.get(path) ?? settings.loadLink().then((link) => link.boundaries(path.replace(/\D/g, '')));
      files.set(path, file);
      file.catch(() => files.delete(path));
      return file;
    };
    this.#borders = { load, nameOf: (code) => this.#nameOf(code) };
    this.#own = new OwnPosition(say, this.#borders, changed);
    adoptStyles(host.shadowRoot, placeStyles);
  }

  /** What stands above the lists. */
  render(): unknown {
    const { region, position } = this.#host.values;
    this.#search.follow(region);
    return [
      regionSearch(this.#search, this.#say),
      ownPosition({
        say: this.#say,
        told: this.#own.told,
        isProposed: this.#own.guess !== undefined,
        ask: () => void this.#own.ask(),
        takesPoints: this.#settings.site.features.map,
        isPointWanted: this.#host.values['with-point'] !== undefined,
        hasPoint: position !== undefined,
        confirm: () => this.#confirm(),
        openMap: () => void this.#openMap(),
        refuse: () => this.#leave(),
        removePoint: () => this.#removePoint(),
      }),
      this.#map?.render(),
    ];
  }

  async #nameOf(code: RegionCode): Promise<string> {
    await Promise.all([this.#regions.listBelow(undefined), this.#regions.listBelow(code.slice(0, 2))]);
    return this.#regions.nameOf(code) ?? code;
  }

  #choose(region: Region): void {
    this.#regions.remember(region.code, wholeNameOf(region));
    this.#set({ region: region.code });
  }

  /** What was chosen within the regency is nearer than the regency. */
  #confirm(): void {
    const { guess } = this.#own;
    if (guess) this.#take(guess, this.#host.values['with-point'] !== undefined);
  }

  #take(guess: Guess, isPointWanted: boolean): void {
    const { region, 'with-point': _, position: __, ...others } = this.#host.values;
    this.#host.values = {
      ...others,
      region: region?.startsWith(`${guess.code}.`) ? region : guess.code,
      ...(isPointWanted && { position: writePosition(guess.position) }),
    };
    this.#leave(this.#say.chosen({ region: guess.name }));
  }

  /** The buttons go; the focus stays where it can go on. */
  #leave(told = ''): void {
    this.#own.end(told);
    this.#focus();
  }

  async #openMap(): Promise<void> {
    try {
      const { MapPlace } = await import('./map-place.ts');
      this.#map ??= await MapPlace.open(this.#host, this.#say, {
        settings: this.#settings,
        borders: this.#borders,
        done: (guess) => this.#closeMap(guess),
      });
      this.#own.end('');
    } catch {
      this.#own.end(this.#say.noMap);
    }
  }

  #closeMap(guess: Guess | undefined): void {
    this.#map?.remove();
    this.#map = undefined;
    if (guess) this.#take(guess, true);
    else this.#leave();
  }

  #removePoint(): void {
    const { position: _, 'with-point': __, ...others } = this.#host.values;
    this.#host.values = others;
    this.#host.requestUpdate();
    this.#focus();
  }

  #set(values: Readonly<Record<string, string>>): void {
    this.#host.values = { ...this.#host.values, ...values };
    this.#host.requestUpdate();
  }

  #focus(): void {
    this.#host.shadowRoot?.querySelector<HTMLElement>('#here')?.focus();
  }
}
