import type { MissingHint, ReportSummary } from '@lapor/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { AdviceSentences } from '../sentences/advice-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';
import { type Choice, choicesField } from './choices-field.ts';

/** Personal data in a text, or the mark that stands in its place. */
export interface ShownPassage {
  readonly words: string;
  readonly message: string;
  readonly isMasked: boolean;
  /** Hides it, or puts it back. */
  readonly toggle: () => void;
}

/** A report of somebody else that may be about the same. */
export interface ShownSimilar extends Pick<ReportSummary, 'trackingId' | 'title' | 'status'> {
  readonly url: string;
  readonly isSupported: boolean;
  readonly support: () => void;
}

/** What the panel shows. */
export interface AdviceView {
  readonly say: LaterSentences;
  readonly words: AdviceSentences;
  readonly passages: readonly ShownPassage[];
  readonly similar: readonly ShownSimilar[];
  readonly missing: readonly MissingHint[];
  /** Likely institutions with reasons; leaving it to the admin is not among them. */
  readonly institutions: readonly Choice[];
  readonly chosenInstitution: string | undefined;
  readonly isOpen: boolean;
  /** What came of a press, for those who do not see it. */
  readonly told: string;
}

const passages = ({ words, passages: shown }: AdviceView): unknown =>
  shown.length === 0
    ? nothing
    : html`<section>
        <h4>${words.personal.title}</h4>
        <ul>
          ${shown.map(({ words: passage, message, isMasked, toggle }) => {
            const { label, of } = isMasked ? words.undo : words.mask;
            return html`<li>
              <span>${isMasked ? words.hidden : message}</span>
              <div class="doing">
                <button type="button" part="button" aria-label=${of({ passage })} @click=${toggle}>${label}</button>
                <span class="hint">“${passage}”</span>
              </div>
            </li>`;
          })}
        </ul>
      </section>`;

const similar = ({ words, similar: shown }: AdviceView): unknown =>
  shown.length === 0
    ? nothing
    : html`<section>
        <h4>${words.similar.title}</h4>
        <p class="hint">${words.similar.hint}</p>
        <ul>
          ${shown.map(
            ({ title, trackingId, status, url, isSupported, support }) =>
              html`<li>
                ${title}<span class="badge">(${trackingId}, ${status.label})</span>
                <div class="doing">
                  <a href=${url} target="_blank" rel="noreferrer" aria-label=${words.follow.of({ title })}
                    >${words.follow.label}</a
                  >
                  ${
                    isSupported
                      ? html`<span>${words.supported}</span>`
                      : html`<button
                          type="button"
                          part="button"
                          aria-label=${words.support.of({ title })}
                          @click=${support}
                        >
                          ${words.support.label}
                        </button>`
                  }
                </div>
              </li>`,
          )}
        </ul>
      </section>`;

const missing = ({ words, missing: shown }: AdviceView): unknown =>
  shown.length === 0
    ? nothing
    : html`<section>
        <h4>${words.missing.title}</h4>
        <p class="hint">${words.missing.hint}</p>
        <ul>
          ${shown.map(({ message }) => html`<li>${message}</li>`)}
        </ul>
      </section>`;

/** The likeliest institutions with the reasons; the admin is always there, and chosen beforehand. */
const institutions = ({ say, institutions: offered, chosenInstitution = '' }: AdviceView): unknown =>
  offered.length === 0
    ? nothing
    : choicesField({ id: 'targetInstitution', ...say.way.institutions }, chosenInstitution, [
        { value: '', label: say.form.unknownInstitution.label },
        ...offered,
      ]);

/**
 * What can be said to a draft, behind one line: it takes the room that the step keeps for it, so that nothing moves while
 * somebody writes, and a screen reader hears that line alone.
 */
export const advicePanel = (view: AdviceView): TemplateResult => {
  const { words, isOpen, told } = view;
  const personal = view.passages.filter(({ isMasked }) => !isMasked).length;
  const count = personal + view.similar.length + view.missing.length;
  const isEmpty = count + view.passages.length + view.institutions.length === 0;
  const shown = count > 0 ? words.line({ count, hasPersonal: personal > 0 }) : words.institutionsOnly;
  return html`<p role="status" class="unseen">${told || (isEmpty ? '' : shown)}</p>
    ${
      isEmpty
        ? nothing
        : html`<details ?open=${isOpen}>
            <summary>${shown}</summary>
            <div>${passages(view)} ${similar(view)} ${missing(view)} ${institutions(view)}</div>
          </details>`
    }`;
};
