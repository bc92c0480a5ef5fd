import { travelling } from './travelling.ts';

/** What was written on an earlier visit is in the form again. */
export class LaporDraftRestoreEvent extends Event {
  constructor() {
    super('lapor-draft-restore', travelling);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-draft-restore': LaporDraftRestoreEvent;
  }
}
