import type { DatabaseLocation } from '../database/connect.ts';

/** What a run is made of. */
export interface FaultRun {
  readonly reports: number;
  readonly seed: number;
  /** Of how many calls one is spoilt. */
  readonly spoilt: number;
  /** Places of the region's replicas, which share a database when there is more than one. */
  readonly regions: readonly DatabaseLocation[];
  readonly nation: DatabaseLocation;
  /** Seconds that a call may take. */
  readonly patience: number;
  /** Who spoils them: a line between the two, or the nation itself, by the faults that a sandbox can be told to show. @default 'line' */
  readonly by?: 'line' | 'sandbox';
}

/** What spoils the calls of a run. */
export interface Spoiling {
  /** Where the region sends its calls. */
  readonly url: string;
  /** How often what befell which stage. */
  readonly seen: () => Promise<ReadonlyMap<string, number>>;
  /** Spoils nothing any more. */
  readonly calm: () => Promise<unknown>;
  readonly close: () => Promise<void>;
}
