import { html, type TemplateResult } from 'lit';
import type { Fault, FormValues } from '../report/form-values.ts';
import type { FirstSentences } from '../sentences/first-sentences.ts';
import { choicesField } from './choices-field.ts';
import { lineField, textField } from './text-fields.ts';

/** What a step shows. */
export interface StepView<Sentences> {
  readonly say: Sentences;
  readonly values: FormValues;
  readonly faults: readonly Fault[];
}

const classifications = ['complaint', 'aspiration', 'informationRequest'] as const;

/** The first step: what it is about. */
export const sayStep = ({ say, values, faults }: StepView<FirstSentences>): TemplateResult => {
  const frame = (id: keyof FirstSentences['firstFields']) => ({
    id,
    label: say.firstFields[id].label,
    hint: say.firstFields[id].hint,
    error: faults.find((fault) => fault.id === id)?.message,
  });
  const kinds = classifications.map((value) => ({ value, ...say.classifications[value] }));
  return html`<p class="lead">${say.formStart.introduction}</p>
    <p class="emergency">${say.emergency}</p>
    ${choicesField(frame('classification'), values.classification, kinds)} ${lineField(frame('title'), values.title)}
    ${textField(frame('content'), values.content)}
    <div id="advice"></div>`;
};
