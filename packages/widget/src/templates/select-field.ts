import { html, nothing, type TemplateResult } from 'lit';
import type { Choice } from './choices-field.ts';
import { describedBy, type FieldFrame, framed } from './field.ts';

/** Choices under a heading, or under none. */
export interface ChoiceGroup {
  readonly label?: string | undefined;
  readonly choices: readonly Choice[];
}

/** One of many, by the browser's own list: every phone and screen reader has a way through it. The first choice stands for none. */
export const selectField = (
  frame: FieldFrame,
  value: string | undefined,
  none: string,
  groups: readonly ChoiceGroup[],
): TemplateResult => {
  const option = ({ value: one, label }: Choice) =>
    html`<option value=${one} .selected=${one === value}>${label}</option>`;
  return framed(
    frame,
    html`<select
      part="control"
      id=${frame.id}
      name=${frame.id}
      ?required=${!frame.optional}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
    >
      <option value="" .selected=${!value}>${none}</option>
      ${groups.map(({ label, choices }) =>
        label ? html`<optgroup label=${label}>${choices.map(option)}</optgroup>` : choices.map(option),
      )}
    </select>`,
  );
};
