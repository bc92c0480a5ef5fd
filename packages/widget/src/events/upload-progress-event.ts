import { travelling } from './travelling.ts';

/** More of the chosen files is at the gateway. Of all files together, and without their names: those tell of people. */
export class LaporUploadProgressEvent extends Event {
  /** Bytes that the gateway has. */
  readonly sent: number;
  /** Bytes in all. */
  readonly total: number;
  /** How many files there are. */
  readonly count: number;

  constructor({ sent, total, count }: { sent: number; total: number; count: number }) {
    super('lapor-upload-progress', travelling);
    this.sent = sent;
    this.total = total;
    this.count = count;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lapor-upload-progress': LaporUploadProgressEvent;
  }
}
