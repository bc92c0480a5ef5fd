import type { Position, RegionCode } from '@lapor/schemas';
import { type Boundaries, locateRegency } from '@lapor/schemas/regions';
import type { FormHost } from '../controllers/form-host.ts';
import type { Borders, Guess } from '../controllers/own-position.ts';
import type { SiteSettings } from '../controllers/site-settings.ts';
import type { PlaceSentences } from '../sentences/place-sentences.ts';
import { mapField } from '../templates/map-field.ts';
import { MapPicker } from './map-picker.ts';

/** What the map needs of the form around it. */
export interface MapSurroundings {
  readonly settings: SiteSettings;
  readonly borders: Borders;
  /** Takes the point, or closes the map without one. */
  readonly done: (guess: Guess | undefined) => void;
}

/** The map, loaded when somebody asks for it. What it shows is also said. */
export class MapPlace {
  readonly #host: FormHost;
  readonly #say: PlaceSentences;
  readonly #around: MapSurroundings;
  readonly #boundaries: Boundaries;
  #picker: MapPicker | undefined;
  #guess: Guess | undefined;
  #told = '';

  private constructor(host: FormHost, say: PlaceSentences, around: MapSurroundings, boundaries: Boundaries) {
    this.#host = host;
    this.#say = say;
    this.#around = around;
    this.#boundaries = boundaries;
  }

  /** @throws when the borders do not come. */
  static async open(host: FormHost, say: PlaceSentences, around: MapSurroundings): Promise<MapPlace> {
    const code: RegionCode = host.values.region ?? around.settings.site.regionCode ?? '31';
    const boundaries = (await around.borders.load(`boundaries/${code.slice(0, 2)}.json`)) as Boundaries;
    return new MapPlace(host, say, around, boundaries);
  }

  render(): unknown {
    void this.#host.updateComplete.then(() => this.#mount());
    return mapField({
      say: this.#say,
      told: this.#told,
      attribution: this.#around.settings.site.map?.attribution,
      zoom: (by) => this.#picker?.zoom(by),
      // What lies nowhere is no place of a report: the line above says so already.
      use: () => this.#guess && this.#around.done(this.#guess),
      close: () => this.#around.done(undefined),
    });
  }

  remove(): void {
    this.#picker?.remove();
    this.#picker = undefined;
  }

  /** Leaflet takes the place that is drawn for it; a step that was left and comes back has another one. */
  #mount(): void {
    const container = this.#host.shadowRoot?.querySelector<HTMLElement>('#map');
    if (!container || container === this.#picker?.container) return;
    this.remove();
    this.#picker = new MapPicker(container, {
      boundaries: this.#boundaries,
      tiles: this.#around.settings.site.map,
      start: this.#guess?.position,
      moved: (middle) => void this.#tell(middle),
    });
    container.focus();
  }

  async #tell(position: Position): Promise<void> {
    const { load, nameOf } = this.#around.borders;
    const found = await locateRegency(position, load).catch(() => undefined);
    const name = found && (await nameOf(found.code).catch(() => found.code));
    this.#guess = found && name ? { position, code: found.code, name } : undefined;
    this.#told = name ? this.#say.middle({ region: name }) : this.#say.nowhere;
    this.#host.requestUpdate();
  }
}
