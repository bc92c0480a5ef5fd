import { html, type TemplateResult } from 'lit';
import type { FormHost } from '../controllers/form-host.ts';
import { firstStep } from '../templates/first-step.ts';

/** What shows the steps. The form itself shows each as a page of its own. */
export interface Pages extends Pick<FormHost, 'goTo'> {
  /** The index of the last step that stands on the first page. */
  readonly last?: number;
  /** The first page, where more than the first step stands on it. */
  readonly renderAll?: (where: TemplateResult, who: TemplateResult) => TemplateResult;
}

/** Everything that is asked on one page: it takes the place of the first three steps. The last one stays. */
const pagesOf = (host: FormHost): Pages => ({
  last: 2,

  /** The first step with the others below it, each under its heading. */
  renderAll(where, who) {
    const part = (step: 'where' | 'who', fields: TemplateResult): TemplateResult =>
      html`<h3 id="step-${step}" tabindex="-1" part="step">${host.say.formStart.steps[step].title}</h3>
        ${fields}`;
    return firstStep(host, [part('where', where), part('who', who)]);
  },

  /** Shows a step where it stands: on the page, with the focus at its heading unless something is to be mended. */
  async goTo(step, faults = []) {
    const isHere = step === 'where' || step === 'who';
    await host.goTo(isHere ? 'say' : step, faults);
    if (isHere && faults.length === 0) host.shadowRoot?.querySelector<HTMLElement>(`#step-${step}`)?.focus();
  },
});

/** Shows everything on one page, unless somebody has gone on to the second step already, or is about to. */
export const onePage = (host: FormHost, use: (pages: Pages) => void): void => {
  if (host.step !== 'say' || host.isBusy) return;
  use(pagesOf(host));
  host.requestUpdate();
};
