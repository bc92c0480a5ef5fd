import { travelling } from './travelling.ts';

/** Where somebody is on the way through the form. An open set: a later version may have more. */
export type LaporStep = 'say' | 'where' | 'who' | 'check' | 'receipt' | 'queued';

/** Another step of the form is shown. */
export class LaporStepChangeEvent extends Event {
  readonly from: LaporStep;
  readonly to: LaporStep;

  constructor(from: LaporStep, to: LaporStep) {
    super('lapor-step-change', travelling);
    this.from = from;
    this.to = to;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-step-change': LaporStepChangeEvent;
  }
}
