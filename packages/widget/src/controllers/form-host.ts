import type { ReactiveControllerHost } from 'lit';
import type { LaporStep } from '../events/step-change-event.ts';
import type { Fault, FormValues } from '../report/form-values.ts';
import type { FirstSentences, FormLanguage } from '../sentences/first-sentences.ts';
import type { Reword } from '../sentences/reword.ts';

/** The form as its later steps see it. */
export interface FormHost extends ReactiveControllerHost, HTMLElement {
  readonly gateway: string;
  readonly siteKey: string;
  readonly language: FormLanguage;
  readonly say: FirstSentences;
  readonly reword: Reword;
  readonly step: LaporStep;
  readonly faults: readonly Fault[];
  readonly notice: string | undefined;
  readonly isBusy: boolean;
  values: FormValues;
  /** Shows a step, with what is wrong there. The focus goes to what is to be read first, unless it is to be quiet. */
  goTo(step: LaporStep, faults?: readonly Fault[], notice?: string, isQuiet?: boolean): Promise<void>;
}
