import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceSentences } from '../sentences/place-sentences.ts';

/** What can be done on the map. */
export interface MapView {
  readonly say: PlaceSentences;
  /** In words, where its middle is. */
  readonly told: string;
  /** Who made the tiles. */
  readonly attribution: string | undefined;
  readonly zoom: (by: 1 | -1) => void;
  readonly use: () => void;
  readonly close: () => void;
}

/** The map with its buttons, all of which are outside it. */
export const mapField = ({ say, told, attribution, zoom, use, close }: MapView): TemplateResult =>
  html`<div class="field" part="field">
    <span class="hint" part="hint" id="map-hint">${say.mapHint}</span>
    <div class="map-frame">
      <div
        class="map"
        id="map"
        part="map"
        role="application"
        aria-label=${say.mapLabel}
        aria-describedby="map-hint"
      ></div>
    </div>
    ${attribution ? html`<p class="hint">${attribution}</p>` : nothing}
    <p role="status" class=${told ? 'told' : 'empty'}>${told}</p>
    <div class="actions">
      <button type="button" part="button" @click=${() => zoom(1)}>${say.zoomIn.label}</button>
      <button type="button" part="button" @click=${() => zoom(-1)}>${say.zoomOut.label}</button>
      <button type="button" part="button button-primary" @click=${use}>${say.usePoint.label}</button>
      <button type="button" part="button" @click=${close}>${say.closeMap.label}</button>
    </div>
  </div>`;
