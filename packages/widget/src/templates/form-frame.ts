import { html, nothing, type TemplateResult } from 'lit';
import type { LaporStep } from '../events/step-change-event.ts';
import type { Fault } from '../report/form-values.ts';
import type { FirstSentences } from '../sentences/first-sentences.ts';

/** The steps that are counted, in their order. */
export const countedSteps = ['say', 'where', 'who', 'check'] as const;

/** What stands around a step. */
export interface FrameView {
  readonly say: FirstSentences;
  readonly step: LaporStep;
  readonly faults: readonly Fault[];
  /** What is said when nothing is wrong with a field: why it does not go on. */
  readonly notice: string | undefined;
  /** True while it is being worked on: everything waits. */
  readonly isBusy: boolean;
}

const summary = ({ say, faults, notice }: FrameView): unknown =>
  faults.length + (notice ? 1 : 0) === 0
    ? nothing
    : html`<div class="summary" part="summary" id="summary" tabindex="-1" role="group" aria-labelledby="wrong">
        <p id="wrong" class="title">${notice ?? say.formStart.errors.title}</p>
        ${
          faults.length > 0
            ? html`<ul>
                ${faults.map(({ id, message }) => html`<li><a href="#${id}">${message}</a></li>`)}
              </ul>`
            : nothing
        }
      </div>`;

/** A counted step in its frame: where one is, what is wrong, the fields, and the ways on. */
export const formFrame = (
  view: FrameView,
  fields: unknown,
  actions: unknown,
  working = view.say.frame.loading,
): TemplateResult => {
  const { say, step, isBusy } = view;
  const at = countedSteps.indexOf(step as (typeof countedSteps)[number]);
  const title = countedSteps[at] && say.formStart.steps[countedSteps[at]].title;
  return html`<h2 id="heading" part="heading">${say.formStart.heading.title}</h2>
    <div class="progress" part="progress" aria-hidden="true">
      ${countedSteps.map((_, index) => html`<i class=${index <= at ? 'done' : ''}></i>`)}
    </div>
    <p class="hint">${say.frame.progress({ number: at + 1, total: countedSteps.length })}</p>
    <h3 id="step" tabindex="-1" part="step">${title}</h3>
    ${summary(view)} ${fields}
    <div class="actions" part="actions">${actions}</div>
    <p role="status" class="hint">${isBusy ? working : ''}</p>`;
};
