import type { Challenge } from '@lapor/schemas/contract';
import type { NewReportInput, Receipt } from '@lapor/schemas';

/**
 * How a report in the outbox stands.
 *
 * - `waiting`: it will be sent by itself.
 * - `delivered`: the gateway has it. Its receipt stays until somebody removes it.
 * - `refused`: the gateway will not take it as it is: `code` tells why. It waits for `retry` or `remove`.
 * - `unreadable`: the browser has lost the key or spoilt the content. It can only be removed.
 */
export type OutboxState = 'waiting' | 'delivered' | 'refused' | 'unreadable';

/** A report in the outbox, without anything that a person wrote. */
export interface OutboxItem {
  readonly id: string;
  readonly state: OutboxState;
  /** When it was put in, in milliseconds since 1970 by the clock of this device. */
  readonly addedAt: number;
  /** How often it was tried. */
  readonly attempts: number;
  /** Why the gateway refused it: a problem's code, or the name of an error. */
  readonly code?: string;
}

/** A report to keep, with its files. */
export interface OutboxReport {
  readonly report: NewReportInput;
  /** Names of `File`s come along. */
  readonly files?: readonly Blob[];
  /**
   * The uploads of files that are at the gateway already, at the places of their files. One that the gateway has forgotten
   * by then is uploaded anew.
   */
  readonly uploads?: readonly (string | undefined)[];
  /** Where uploads stand that were begun: what an {@link OutboxMemory} was told. They go on from there. */
  readonly unfinished?: Readonly<Record<string, string>>;
}

/** What the outbox needs of a client: `createClient()` has it, and so has a smaller one of your own. */
export interface OutboxClient {
  readonly reports: {
    submit(report: NewReportInput, options: { idempotencyKey: string; signal: AbortSignal }): Promise<Receipt>;
  };
  readonly attachments: {
    upload(
      file: Blob,
      options: { name?: string; memory: OutboxMemory; signal: AbortSignal },
    ): Promise<{ readonly id: string }>;
  };
  readonly site: { challenge(options: { signal: AbortSignal }): Promise<Challenge> };
}

/** Where an upload remembers how far it is; a client that cannot go on where it stopped does not look at it. */
export interface OutboxMemory {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
  removeItem(name: string): void;
}
