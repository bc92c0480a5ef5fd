import { html, type TemplateResult } from 'lit';
import { formFrame, type FrameView } from './form-frame.ts';
import { sayStep, type StepView } from './say-step.ts';

/** The first step in its frame, and what follows it where all of the form is to stand on one page. */
export const firstStep = (
  view: FrameView & StepView<FrameView['say']>,
  others: readonly TemplateResult[] = [],
): TemplateResult =>
  // In one list, so that nothing somebody is at is drawn anew when the others come.
  formFrame(
    view,
    [sayStep(view), ...others],
    html`<button part="button button-primary">${view.say.frame.next.label}</button>`,
  );
