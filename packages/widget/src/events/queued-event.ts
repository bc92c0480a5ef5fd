import { travelling } from './travelling.ts';

/** The report waits on this device, and will be sent by itself. */
export class LaporQueuedEvent extends Event {
  constructor() {
    super('lapor-queued', travelling);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-queued': LaporQueuedEvent;
  }
}
