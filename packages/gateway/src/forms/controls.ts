import type { Messages } from '@lapor/schemas/messages';
import { type Html, html, nothing, raw } from './html.ts';

/** What stands around a control: its label, what helps, and what is wrong. */
export interface FieldFrame {
  /** The control's id, and its name where it has no other. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** Shown beside the label; absent where the field has to be filled in. */
  readonly optional?: string | undefined;
}

/** A choice. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** Choices under a heading. */
export interface OptionGroup {
  readonly label?: string;
  readonly options: readonly Option[];
}

const badge = (optional: string | undefined): Html =>
  optional === undefined ? nothing : html` <span class="badge">(${optional.toLowerCase()})</span>`;

const notes = ({ id, hint, error }: FieldFrame): Html =>
  html`${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}${error ? html`<span class="error" id="${id}-error">${error}</span>` : nothing}`;

/** Ids of what describes a control, and whether it is wrong. */
const described = ({ id, hint, error }: FieldFrame): Html => {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return html`${ids ? html` aria-describedby="${ids}"` : nothing}${error ? html` aria-invalid="true"` : nothing}`;
};

const framed = (frame: FieldFrame, control: Html): Html =>
  html`<div class="${frame.error ? 'field wrong' : 'field'}">
    <label for="${frame.id}">${frame.label}${badge(frame.optional)}</label>
    ${notes(frame)} ${control}
  </div>`;

const grouped = (frame: FieldFrame, controls: Html): Html => {
  const ids = [frame.hint && `${frame.id}-hint`, frame.error && `${frame.id}-error`].filter(Boolean).join(' ');
  return html`<fieldset
    class="${frame.error ? 'field wrong' : 'field'}"
    ${ids ? html` aria-describedby="${ids}"` : nothing}
  >
    <legend>${frame.label}${badge(frame.optional)}</legend>
    ${notes(frame)} ${controls}
  </fieldset>`;
};

/** What a line takes besides its text. */
export interface LineKind {
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'number';
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal';
  readonly maxLength?: number | undefined;
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
}

const attribute = (name: string, value: string | number | undefined): Html =>
  value === undefined ? nothing : html` ${name}="${value}"`;

/** One line of text. Nothing is refused by the browser: it would speak its own language, and only of the first fault. */
export const lineField = (frame: FieldFrame, value: string, kind: LineKind = {}): Html =>
  framed(
    frame,
    html`<input
      id="${frame.id}"
      name="${frame.id}"
      type="${kind.type ?? 'text'}"
      value="${value}"
      ${attribute('autocomplete', kind.autocomplete)}${attribute('inputmode', kind.inputMode)}${attribute('maxlength', kind.maxLength)}${attribute('min', kind.min)}${attribute('max', kind.max)}${kind.type === 'number' ? html` step="any"` : nothing}${described(frame)}
    />`,
  );

/**
 * The text of an area, untouched: whatever stands between its tags is a part of it, but for a first line end, which a browser
 * leaves out and so is given to it.
 */
const area = (attributes: Html, value: string): Html =>
  html`${raw('<textarea')}${attributes}${raw('>\n')}${value}${raw('</textarea>')}`;

/** Several lines of text. */
export const textField = (
  frame: FieldFrame,
  value: string,
  { maxLength, short }: { maxLength?: number; short?: boolean } = {},
): Html => {
  const size = html`${attribute('rows', short ? 3 : 7)}${attribute('class', short ? 'short' : undefined)}`;
  const names = html`${attribute('id', frame.id)}${attribute('name', frame.id)}`;
  return framed(frame, area(html`${names}${size}${attribute('maxlength', maxLength)}${described(frame)}`, value));
};

const choice = ({ value, label }: Option, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? html` selected` : nothing}>${label}</option>`;

/** One of many. The first choice stands for none. */
export const selectField = (frame: FieldFrame, value: string, none: string, groups: readonly OptionGroup[]): Html =>
  framed(
    frame,
    html`<select id="${frame.id}" name="${frame.id}" ${described(frame)}>
      <option value="">${none}</option>
      ${groups.map(({ label, options }) => (label === undefined ? options.map((option) => choice(option, value)) : html`<optgroup label="${label}">${options.map((option) => choice(option, value))}</optgroup>`))}
    </select>`,
  );

/** One or several of a few. The first control carries the field's id, so that a link to the fault leads into the group. */
export const choicesField = (
  frame: FieldFrame,
  type: 'radio' | 'checkbox',
  values: readonly string[],
  options: readonly Option[],
): Html =>
  grouped(
    frame,
    html`${options.map(({ value, label, hint }, index) => {
      const id = index === 0 ? frame.id : `${frame.id}-${index + 1}`;
      return html`<div class="choice">
        <input
          type="${type}"
          id="${id}"
          name="${frame.id}"
          value="${value}"
          ${values.includes(value) ? html` checked` : nothing}${hint ? html` aria-describedby="${id}-help"` : nothing}
        />
        <div>
          <label for="${id}">${label}</label>${hint ? html`<span class="hint" id="${id}-help">${hint}</span>` : nothing}
        </div>
      </div>`;
    })}`,
  );

/** Yes or no, with what it means. */
export const switchField = (frame: FieldFrame, isOn: boolean): Html =>
  html`<div class="${frame.error ? 'field wrong' : 'field'}">
    ${frame.error ? html`<span class="error" id="${frame.id}-error">${frame.error}</span>` : nothing}
    <div class="choice">
      <input
        type="checkbox"
        id="${frame.id}"
        name="${frame.id}"
        value="yes"
        ${isOn ? html` checked` : nothing}${described(frame)}
      />
      <div>
        <label for="${frame.id}">${frame.label}</label
        >${frame.hint ? html`<span class="hint" id="${frame.id}-hint">${frame.hint}</span>` : nothing}
      </div>
    </div>
  </div>`;

/** Files to choose. No browser lets a page choose them beforehand, so what is kept stands beside it. */
export const filesField = (frame: FieldFrame, accept: readonly string[]): Html =>
  framed(
    frame,
    html`<input
      id="${frame.id}"
      name="${frame.id}"
      type="file"
      multiple
      accept="${accept.join(',')}"
      ${described(frame)}
    />`,
  );

/** Something to carry along unseen. */
export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;

/** A field that people neither see nor reach. Programs that fill in everything fill it in too. */
export const trapField = ({ formPages }: Messages): Html =>
  html`<div class="trap" aria-hidden="true">
    <label for="website">${formPages.trap.label}</label
    ><input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
  </div>`;

/** What is wrong, with links to where; above everything else, and where the page's focus begins. */
export const errorSummary = (
  title: string,
  faults: readonly { readonly id: string; readonly message: string; readonly toldAfar?: string }[],
  more: Html = nothing,
): Html =>
  html`<div class="panel summary" tabindex="-1" autofocus role="alert" aria-labelledby="errors">
    <h2 id="errors">${title}</h2>
    ${more}
    ${
      faults.length > 0
        ? html`<ul class="plain">
            ${faults.map(({ id, message, toldAfar }) => html`<li><a href="#${id}">${toldAfar ?? message}</a></li>`)}
          </ul>`
        : nothing
    }
  </div>`;
