import { travelling } from './travelling.ts';

/** The gateway has the report. Carries its number and never its key. */
export class LaporSubmitSuccessEvent extends Event {
  readonly trackingId: string;

  constructor(trackingId: string) {
    super('lapor-submit-success', travelling);
    this.trackingId = trackingId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-submit-success': LaporSubmitSuccessEvent;
  }
}
