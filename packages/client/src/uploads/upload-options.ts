import type { CallOptions } from '../http/call-options.ts';

/** How far an upload has come. */
export interface UploadProgress {
  /** Bytes that the gateway has. */
  readonly sent: number;
  /** Bytes in all. */
  readonly total: number;
}

/** How far several uploads have come: together, and each in the order of the files. */
export interface UploadsProgress extends UploadProgress {
  readonly files: readonly UploadProgress[];
}

/** Where unfinished uploads are remembered: `localStorage` is one. */
export interface UploadMemory {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}

/** What an upload can be told. `timeout` and `retries` hold for each piece. */
export interface UploadOptions extends CallOptions {
  /**
   * The file's name, which officers see.
   *
   * @default the name of a `File`, `lampiran` for a `Blob`
   */
  readonly name?: string | undefined;
  /** A report's own token, for a file that goes with a reply or a dispute. */
  readonly token?: string | undefined;
  /** Is told when the gateway has more of it. */
  readonly onProgress?: ((progress: UploadProgress) => void) | undefined;
  /**
   * Remembers what is unfinished, by the file's content, so that the same file goes on where it stopped: after a reload
   * as well. It keeps ids, no content. The gateway forgets an unfinished upload after a day.
   *
   * @default what was begun on this page, by the `Blob` itself
   * @example localStorage
   */
  readonly memory?: UploadMemory | undefined;
}

/** A file that is at the gateway, and waits for a report to name it. */
export interface UploadedFile {
  /** What goes into `attachments` of a report or a reply. */
  readonly id: string;
  readonly bytes: number;
}
