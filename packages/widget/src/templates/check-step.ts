import type { Suggestions } from '@lapor/schemas';
import { formatDay } from '@lapor/schemas/messages';
import { html, nothing, type TemplateResult } from 'lit';
import { choicesField } from './choices-field.ts';
import type { LaterView } from './field-frames.ts';
import type { ShownFile } from './files-field.ts';

/** What the step shows besides what was filled in. */
export interface CheckView extends LaterView {
  readonly files: readonly ShownFile[];
  /** The chosen region with those around it. */
  readonly regionName: string | undefined;
  readonly categoryName: string | undefined;
  /** What the gateway says to the draft; nothing while it has not answered. */
  readonly advice: Suggestions | undefined;
  readonly change: (step: 'say' | 'where' | 'who') => void;
}

type Row = readonly [label: string, value: string | undefined];

const rowsOf = ({ first, say, values, files, regionName, categoryName, language }: CheckView) => {
  const { fields } = say;
  const kind = first.classifications[values.classification as keyof typeof first.classifications];
  const rows: Record<'say' | 'where' | 'who', readonly Row[]> = {
    say: [
      [fields.classification.label, kind?.label],
      [fields.title.label, values.title],
      [fields.content.label, values.content],
    ],
    where: [
      [fields.region.label, regionName],
      [fields.landmark.label, values.landmark],
      [fields.incidentDate.label, values.incidentDate && formatDay(values.incidentDate, language)],
      [fields.attachments.label, files.map(({ name }) => name).join(', ')],
      [fields.category.label, categoryName],
    ],
    who: [
      [fields.name.label, values.name],
      [fields.email.label, values.email],
      [fields.phone.label, values.phone],
    ],
  };
  return rows;
};

const part = (view: CheckView, step: 'say' | 'where' | 'who', rows: readonly Row[]): TemplateResult => {
  const { first, say, change } = view;
  const { title } = first.formStart.steps[step];
  const given = rows.filter(([, value]) => value);
  return html`<section>
    <div class="part">
      <h4>${title}</h4>
      <button
        type="button"
        part="button"
        aria-label=${say.way.changeStep({ step: title })}
        @click=${() => change(step)}
      >
        ${say.way.change.label}
      </button>
    </div>
    ${
      given.length === 0
        ? html`<p class="hint">${say.form.notGiven.label}</p>`
        : html`<dl>
            ${given.map(
              ([label, value]) =>
                html`<div>
                  <dt>${label}</dt>
                  <dd class="written">${value}</dd>
                </div>`,
            )}
          </dl>`
    }
  </section>`;
};

const visibilityOf = ({ say, values }: CheckView): string => {
  const { anonymous, confidential } = values;
  if (anonymous && confidential) return say.visibility.both;
  if (anonymous) return say.visibility.anonymous;
  return confidential ? say.visibility.confidential : say.visibility.neither;
};

/** The likeliest institutions with the reasons; the admin is always there, and chosen beforehand. */
const institutions = ({ say, values, advice }: CheckView): unknown =>
  advice === undefined || advice.institutions.length === 0
    ? nothing
    : choicesField(
        { id: 'targetInstitution', ...say.way.institutions, optional: undefined },
        values.targetInstitution ?? '',
        [
          { value: '', label: say.form.unknownInstitution.label },
          ...advice.institutions.map(({ institution, reasons }) => ({
            value: institution.id,
            label: institution.name,
            help: reasons.map(({ text }) => text).join(' '),
          })),
        ],
      );

/** Personal data in the text, what is missing, and reports of others that may be about the same. */
const adviceOf = ({ say, advice }: CheckView): unknown => {
  if (advice === undefined) return nothing;
  const told = new Set([...advice.personalData, ...advice.missing].map(({ message }) => message));
  return html`${
    told.size === 0
      ? nothing
      : html`<section class="advice">
          <h4>${say.way.advice.title}</h4>
          <ul>
            ${[...told].map((message) => html`<li>${message}</li>`)}
          </ul>
        </section>`
  }
  ${
    advice.similar.length === 0
      ? nothing
      : html`<section class="advice">
          <h4>${say.way.similar.title}</h4>
          <ul>
            ${advice.similar.map(
              ({ trackingId, title, status }) =>
                html`<li>${title}<span class="badge">(${trackingId}, ${status.label})</span></li>`,
            )}
          </ul>
        </section>`
  }`;
};

/** The last step: everything once more, and what can be said to it. */
export const checkStep = (view: CheckView): TemplateResult => {
  const rows = rowsOf(view);
  return html`<p class="lead">${view.say.form.checkIntroduction}</p>
    ${part(view, 'say', rows.say)} ${part(view, 'where', rows.where)} ${part(view, 'who', rows.who)}
    <p>${visibilityOf(view)}</p>
    ${adviceOf(view)} ${institutions(view)}`;
};
