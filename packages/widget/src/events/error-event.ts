import { travelling } from './travelling.ts';

/**
 * Why an element cannot do its work.
 *
 * - `misconfigured`: an attribute is missing or wrong; the console says which.
 * - `notLoaded`: a part of the script could not be loaded.
 * - `gatewayAway`: the gateway did not tell its settings; the form goes on with usual ones.
 */
export type LaporErrorCode = 'misconfigured' | 'notLoaded' | 'gatewayAway';

/** Something is wrong that whoever looks after the page may want to know. Carries nothing of any report. */
export class LaporErrorEvent extends Event {
  readonly code: LaporErrorCode;

  constructor(code: LaporErrorCode) {
    super('lapor-error', travelling);
    this.code = code;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-error': LaporErrorEvent;
  }
}
