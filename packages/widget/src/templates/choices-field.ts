import { html, nothing, type TemplateResult } from 'lit';
import { badge, describedBy, type FieldFrame, notes } from './field.ts';

/** A choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** One of a few, all to be seen. The first control carries the field's id, so that a link to the fault leads into the group. */
export const choicesField = (
  frame: FieldFrame,
  value: string | undefined,
  choices: readonly Choice[],
): TemplateResult =>
  html`<fieldset class="field ${frame.error ? 'wrong' : ''}" part="field" aria-describedby=${describedBy(frame)}>
    <legend part="label">${frame.label} ${badge(frame)}</legend>
    ${notes(frame)}
    ${choices.map((choice, index) => {
      const id = index === 0 ? frame.id : `${frame.id}-${index}`;
      return html`<div class="choice">
        <input
          type="radio"
          id=${id}
          name=${frame.id}
          value=${choice.value}
          ?required=${!frame.optional}
          aria-describedby=${choice.help ? `${id}-help` : nothing}
          .checked=${value === choice.value}
        />
        <label for=${id}>${choice.label}</label>
        ${choice.help ? html`<span class="hint" id="${id}-help">${choice.help}</span>` : nothing}
      </div>`;
    })}
  </fieldset>`;
