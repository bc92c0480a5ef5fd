import { travelling } from './travelling.ts';

/** A report is about to be sent. Whoever cancels it keeps it from being sent now; everything typed stays. */
export class LaporBeforeSubmitEvent extends Event {
  constructor() {
    super('lapor-before-submit', { ...travelling, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-before-submit': LaporBeforeSubmitEvent;
  }
}
