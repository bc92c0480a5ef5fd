import { travelling } from './travelling.ts';

/** The report could not be sent, and does not wait on the device either. */
export class LaporSubmitErrorEvent extends Event {
  /** A problem's code, or the name of an error. */
  readonly code: string;
  /** Whether the same report may arrive when it is sent again. */
  readonly retryable: boolean;

  constructor(code: string, retryable: boolean) {
    super('lapor-submit-error', travelling);
    this.code = code;
    this.retryable = retryable;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-submit-error': LaporSubmitErrorEvent;
  }
}
