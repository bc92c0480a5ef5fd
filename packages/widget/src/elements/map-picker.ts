import type { MapTiles, Position } from '@lapor/schemas';
import type { Boundaries } from '@lapor/schemas/regions';
import type * as leaflet from 'leaflet';
// @ts-expect-error The types describe the script that makes a global; the module beside it has the same names and makes none.
import * as module from 'leaflet/dist/leaflet-src.esm.js';
import { adoptStyles } from '../styles/adopt-styles.ts';
import { mapStyles } from '../styles/map-styles.ts';

const { latLng, map, polyline, tileLayer } = module as typeof leaflet;

/** What a map is made of, and who hears of its middle. */
export interface MapOptions {
  readonly boundaries: Boundaries;
  readonly tiles: MapTiles | undefined;
  /** Where it begins; without it, all of the province is shown. */
  readonly start: Position | undefined;
  readonly moved: (middle: Position) => void;
}

/** The borders as lines of degrees; each arc once, however many regencies share it. */
const bordersOf = ({ arcs, transform: { scale, translate } }: Boundaries): [number, number][][] =>
  arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      [x, y] = [x + dx, y + dy];
      return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
    });
  });

/**
 * A map whose middle is the point: it is moved beneath a mark by dragging, a tap, or the arrow keys, so that no mark has
 * to be grasped. Without tiles its ground is the borders of the province. None of Leaflet's controls is used: they write
 * markup, which a strict page forbids.
 */
export class MapPicker {
  readonly container: HTMLElement;
  readonly #map: leaflet.Map;

  constructor(container: HTMLElement, { boundaries, tiles, start, moved }: MapOptions) {
    this.container = container;
    adoptStyles(container.getRootNode() as ShadowRoot, mapStyles);
    this.#map = map(container, {
      zoomControl: false,
      attributionControl: false,
      zoomAnimation: false,
      fadeAnimation: false,
      inertia: false,
      keyboardPanDelta: 40,
      maxZoom: tiles?.maxZoom ?? 14,
    });
    // At once: a key that is pressed while the map still glides would be lost, and not everybody wants to see it glide.
    const panBy = this.#map.panBy.bind(this.#map);
    this.#map.panBy = (offset) => panBy(offset, { animate: false });
    const borders = polyline(bordersOf(boundaries), { color: 'currentColor', weight: 1.5, interactive: false });
    borders.addTo(this.#map);
    // Some servers of tiles refuse requests that do not say from which page they come.
    if (tiles)
      tileLayer(tiles.url, { maxZoom: tiles.maxZoom, referrerPolicy: 'strict-origin-when-cross-origin' }).addTo(
        this.#map,
      );
    if (start) this.#map.setView(latLng(start.latitude, start.longitude), 13);
    else this.#map.fitBounds(borders.getBounds());
    this.#map.on('click', ({ latlng }) => this.#map.panTo(latlng, { animate: false }));
    this.#map.on('moveend', () => moved(this.middle));
    moved(this.middle);
  }

  get middle(): Position {
    const { lat, lng } = this.#map.getCenter();
    return { latitude: lat, longitude: lng };
  }

  zoom(by: 1 | -1): void {
    this.#map.setZoom(this.#map.getZoom() + by);
  }

  remove(): void {
    this.#map.remove();
  }
}
