import { travelling } from './travelling.ts';

/** The form can be used, and everything that stood in the page's own form is in it. */
export class LaporReadyEvent extends Event {
  constructor() {
    super('lapor-ready', travelling);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-ready': LaporReadyEvent;
  }
}
