import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, type FieldFrame, framed } from './field.ts';

/** What a line takes besides its text. */
export interface LineKind {
  readonly type?: 'text' | 'email' | 'tel' | 'date';
  readonly autocomplete?: string | undefined;
  readonly inputMode?: 'numeric' | 'decimal' | undefined;
  readonly max?: string | undefined;
}

/**
 * One line of text. There is no `maxlength`: a browser would cut off without a word what somebody pasted. What is too long
 * is told with the number of letters to take out.
 */
export const lineField = (frame: FieldFrame, value: string | undefined, kind: LineKind = {}): TemplateResult =>
  framed(
    frame,
    html`<input
      part="control"
      id=${frame.id}
      name=${frame.id}
      type=${kind.type ?? 'text'}
      autocomplete=${kind.autocomplete ?? 'off'}
      inputmode=${kind.inputMode ?? nothing}
      max=${kind.max ?? nothing}
      ?required=${!frame.optional}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
      .value=${value ?? ''}
    />`,
  );

/** Several lines of text. */
export const textField = (frame: FieldFrame, value: string | undefined, rows = 6): TemplateResult =>
  framed(
    frame,
    html`<textarea
      part="control"
      id=${frame.id}
      name=${frame.id}
      rows=${rows}
      ?required=${!frame.optional}
      aria-describedby=${describedBy(frame)}
      aria-invalid=${frame.error ? 'true' : nothing}
      .value=${value ?? ''}
    ></textarea>`,
  );
