import { html, nothing, type TemplateResult } from 'lit';
import type { PlaceSentences } from '../sentences/place-sentences.ts';
import { switchField } from './switch-field.ts';

/** What can be done about where the device is. */
export interface OwnPositionView {
  /** What was found, or why nothing was. */
  readonly told: string;
  /** Whether there is a proposal to be confirmed. */
  readonly isProposed: boolean;
  readonly ask: () => void;
  readonly say: PlaceSentences;
  /** Whether the site takes points. */
  readonly takesPoints: boolean;
  readonly isPointWanted: boolean;
  readonly hasPoint: boolean;
  readonly confirm: () => void;
  readonly refuse: () => void;
  readonly removePoint: () => void;
  readonly openMap: () => void;
}

/** The button that asks the device, and the proposal that comes of it. */
export const ownPosition = (view: OwnPositionView): TemplateResult => {
  const { say, told } = view;
  return html`<div class="field">
    <div class="actions">
      <button type="button" part="button" id="here" aria-describedby="here-hint" @click=${view.ask}>
        ${say.here.label}
      </button>
      ${
        view.takesPoints
          ? html`<button type="button" part="button" @click=${view.openMap}>${say.map.label}</button>`
          : nothing
      }
    </div>
    <span class="hint" part="hint" id="here-hint">${say.here.hint}</span>
    <p role="status" class=${told ? 'told' : 'empty'}>${told}</p>
    ${
      view.isProposed
        ? html`${
              view.takesPoints
                ? switchField({ id: 'with-point', ...say.withPoint, optional: undefined }, view.isPointWanted)
                : nothing
            }
            <div class="actions">
              <button type="button" part="button button-primary" @click=${view.confirm}>${say.yes.label}</button>
              <button type="button" part="button" @click=${view.refuse}>${say.no.label}</button>
            </div>`
        : nothing
    }
    ${
      view.hasPoint
        ? html`<p>
            ${say.keptPoint}
            <button type="button" part="button" @click=${view.removePoint}>${say.removePoint.label}</button>
          </p>`
        : nothing
    }
  </div>`;
};
