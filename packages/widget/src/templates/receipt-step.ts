import type { DeadlineKind, Receipt } from '@lapor/schemas';
import { html, nothing, type TemplateResult } from 'lit';
import type { FirstSentences } from '../sentences/first-sentences.ts';
import type { LaterSentences } from '../sentences/later-sentences.ts';

/** What the receipt shows, and what can be done with it. */
export interface ReceiptView {
  readonly first: FirstSentences;
  readonly say: LaterSentences;
  readonly receipt: Receipt;
  /** What came of copying. */
  readonly told: string;
  readonly canShare: boolean;
  readonly copy: () => void;
  readonly share: () => void;
  readonly again: () => void;
}

const deadlines = ({ say, receipt }: ReceiptView): unknown => {
  const kinds: Partial<Record<string, (typeof say.deadlineKinds)[DeadlineKind]>> = say.deadlineKinds;
  const running = receipt.deadlines.filter(({ state }) => state === 'running');
  return running.length === 0
    ? nothing
    : html`<h3>${say.receipt.next.title}</h3>
        <ul>
          ${running.map(
            ({ kind, dueOn, provisional }) =>
              html`<li>
                <strong>${say.deadlines.running({ kind, dueOn })}</strong><br />
                <span class="hint">${kinds[kind]?.meaning} ${provisional ? say.deadlines.provisional : ''}</span>
              </li>`,
          )}
        </ul>`;
};

/** That the report is kept: its number, its key, who has it, and until when. */
export const receiptStep = (view: ReceiptView): TemplateResult => {
  const { first, say, receipt, told, canShare } = view;
  return html`<div class="received" part="receipt">
      <h2 id="step" tabindex="-1">${say.receipt.heading.title}</h2>
      <dl>
        <dt>${say.receipt.number.label}</dt>
        <dd class="number">${receipt.trackingId}</dd>
        <dt>${say.receipt.token.label}</dt>
        <dd class="key">${receipt.token}</dd>
      </dl>
      <p><strong>${say.receipt.keep}</strong></p>
      <p>${say.receipt.secret}</p>
      <div class="actions noprint">
        <button type="button" part="button button-primary" @click=${view.copy}>${say.way.copy.label}</button>
        <button type="button" part="button" @click=${() => print()}>${say.way.print.label}</button>
        ${
          canShare
            ? html`<button type="button" part="button" @click=${view.share}>${say.way.share.label}</button>`
            : nothing
        }
      </div>
      <p role="status" class="noprint">${told}</p>
    </div>
    <dl>
      <dt>${say.receipt.status.label}</dt>
      <dd>${receipt.status.label}</dd>
      <dt>${say.receipt.owner.label}</dt>
      <dd>${receipt.owner.name}</dd>
    </dl>
    ${deadlines(view)}
    <p class="noprint">
      ${
        receipt.followUrl
          ? html`<a href=${receipt.followUrl} target="_blank" rel="noreferrer">${say.way.follow.label}</a>`
          : first.formStart.follow.label
      }
    </p>
    <p class="noprint">
      <button type="button" part="button" @click=${view.again}>${say.form.newReport.label}</button>
    </p>`;
};
