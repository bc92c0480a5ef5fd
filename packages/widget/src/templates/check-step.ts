import { formatDay } from '@lapor/schemas/messages';
import { html, type TemplateResult } from 'lit';
import type { LaterView } from './field-frames.ts';
import type { ShownFile } from './files-field.ts';

/** What was asked, and what was answered. */
export type Row = readonly [label: string, value: string | undefined];

/** What the step shows besides what was filled in. */
export interface CheckView extends LaterView {
  readonly files: readonly ShownFile[];
  /** The chosen region with those around it. */
  readonly regionName: string | undefined;
  readonly categoryName: string | undefined;
  /** What was answered to its questions. */
  readonly answers: readonly Row[];
  /** The institution that was chosen among those proposed. */
  readonly institutionName: string | undefined;
  readonly change: (step: 'say' | 'where' | 'who') => void;
}

const rowsOf = ({
  first,
  say,
  values,
  files,
  regionName,
  categoryName,
  answers,
  institutionName,
  language,
}: CheckView) => {
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
      [fields.position.label, values.position?.split(',', 2).join(', ')],
      [fields.incidentDate.label, values.incidentDate && formatDay(values.incidentDate, language)],
      [fields.attachments.label, files.map(({ name }) => name).join(', ')],
      [fields.category.label, categoryName],
      ...answers,
      [fields.targetInstitution.label, institutionName ?? say.form.unknownInstitution.label],
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

/** The last step: everything once more, and what can be said to it. */
export const checkStep = (view: CheckView): TemplateResult => {
  const rows = rowsOf(view);
  return html`<p class="lead">${view.say.form.checkIntroduction}</p>
    ${part(view, 'say', rows.say)} ${part(view, 'where', rows.where)} ${part(view, 'who', rows.who)}
    <p>${visibilityOf(view)}</p>
    <div id="advice"></div>`;
};
