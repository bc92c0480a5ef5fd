import type { ReactiveControllerHost } from 'lit';
import type { LaporStep } from '../events/step-change-event.ts';
import type { Fault, FormValues } from '../report/form-values.ts';
import type { FirstSentences, FormLanguage } from '../sentences/first-sentences.ts';

/** The form as its later steps see it. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly gateway: string;
  readonly siteKey: string;
  readonly language: FormLanguage;
  readonly say: FirstSentences;
  readonly step: LaporStep;
  readonly faults: readonly Fault[];
  readonly notice: string | undefined;
  readonly isBusy: boolean;
  values: FormValues;
  /** Shows a step, with what is wrong there. The focus goes to what is to be read first, unless it is to be quiet. */
  goTo(step: LaporStep, faults?: readonly Fault[], notice?: string, isQuiet?: boolean): Promise<void>;
}

/** What comes after the first step, as the form sees it. */
export interface LaterSteps {
  /** Goes on from the step that is shown. @throws when a part of it cannot be loaded. */
  next(): Promise<void>;
  /** Sends what waits from an earlier visit. */
  resume(): Promise<void>;
  /** Hears of every input, in any step. */
  handleInput(control: HTMLInputElement): void;
  /** The step that is shown. */
  render(): unknown;
}
