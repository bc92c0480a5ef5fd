import { html, nothing, type TemplateResult } from 'lit';

/** What stands around a control: its label, what helps, and what is wrong. */
export interface FieldFrame {
  /** The control's id and name. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Shown beside the label; absent where the field has to be filled in. */
  readonly optional?: string | undefined;
}

/** What can stand in a template. */
export type Shown = TemplateResult | typeof nothing | string;

/** Ids of what describes a control; `nothing` removes the attribute. */
export const describedBy = ({ id, hint, error }: FieldFrame): string | typeof nothing =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || nothing;

/** Beside a label: that the field may stay empty. */
export const badge = ({ optional }: FieldFrame): Shown =>
  optional ? html`<span class="badge">(${optional.toLowerCase()})</span>` : nothing;

/** Between a label and its control: what helps, and what is wrong. */
export const notes = ({ id, hint, error }: FieldFrame): Shown =>
  html`${hint ? html`<span class="hint" part="hint" id="${id}-hint">${hint}</span>` : nothing}${
    error ? html`<span class="error" part="error" id="${id}-error">${error}</span>` : nothing
  }`;

/** A control with its label. */
export const framed = (frame: FieldFrame, control: unknown): TemplateResult =>
  html`<div class="field ${frame.error ? 'wrong' : ''}" part="field">
    <label for=${frame.id} part="label">${frame.label} ${badge(frame)}</label>
    ${notes(frame)}${control}
  </div>`;
