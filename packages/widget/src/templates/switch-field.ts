import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, type FieldFrame } from './field.ts';

/** Yes or no, with what it means. */
export const switchField = (frame: FieldFrame, isOn: boolean): TemplateResult =>
  html`<div class="field ${frame.error ? 'wrong' : ''}" part="field">
    ${frame.error ? html`<span class="error" part="error" id="${frame.id}-error">${frame.error}</span>` : nothing}
    <div class="choice">
      <input
        type="checkbox"
        id=${frame.id}
        name=${frame.id}
        value="yes"
        aria-describedby=${describedBy(frame)}
        aria-invalid=${frame.error ? 'true' : nothing}
        .checked=${isOn}
      />
      <label for=${frame.id} part="label">${frame.label}</label>
      ${frame.hint ? html`<span class="hint" part="hint" id="${frame.id}-hint">${frame.hint}</span>` : nothing}
    </div>
  </div>`;
