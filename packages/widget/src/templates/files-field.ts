import { formatBytes } from '@lapor/schemas/messages';
import { html, nothing, type TemplateResult } from 'lit';
import { describedBy, type FieldFrame, framed } from './field.ts';

/** A file that goes with the report, as it is shown. */
export interface ShownFile {
  readonly name: string;
  readonly size: number;
  /** How much of it the gateway has, in bytes; nothing once it has all. */
  readonly sent?: number | undefined;
}

/** What the field is told besides its frame. */
export interface FilesView {
  readonly accept: string;
  readonly files: readonly ShownFile[];
  readonly language: string;
  /** How it stands with all of them, in words. */
  readonly told: string;
  readonly progressLabel: (name: string) => string;
  /** Label of the button that takes a file out again. */
  readonly removeLabel: (facts: { name: string }) => string;
  readonly onRemove: (index: number) => void;
}

/** Files to choose, and those that were chosen, each to be taken out again. */
export const filesField = (frame: FieldFrame, view: FilesView): TemplateResult =>
  framed(
    frame,
    html`<input
        part="control"
        id=${frame.id}
        name=${frame.id}
        type="file"
        multiple
        accept=${view.accept}
        aria-describedby=${describedBy(frame)}
        aria-invalid=${frame.error ? 'true' : nothing}
      />
      ${
        view.files.length === 0
          ? nothing
          : html`<ul class="files" part="files">
              ${view.files.map(
                ({ name, size, sent }, index) =>
                  html`<li>
                    <span
                      >${name} <span class="badge">${formatBytes(size, view.language)}</span>${
                        sent === undefined
                          ? nothing
                          : html`<progress
                              aria-label=${view.progressLabel(name)}
                              max=${size}
                              .value=${sent}
                            ></progress>`
                      }</span
                    >
                    <button
                      type="button"
                      part="button"
                      aria-label=${view.removeLabel({ name })}
                      @click=${() => view.onRemove(index)}
                    >
                      ×
                    </button>
                  </li>`,
              )}
            </ul>`
      }
      <p role="status" class="hint ${view.told ? '' : 'empty'}">${view.told}</p>`,
  );
