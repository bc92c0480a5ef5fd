import type { Category, Instant, Institution, NewReport, Site } from '@lapor/schemas';
import type { LifecycleEvent, ReportState } from '@lapor/schemas/lifecycle';
import type { Random } from './seeded-random.ts';

/** A report as the fake gateway holds it. Its state follows from its events, by the contract's own rules. */
export interface FakeReport {
  readonly trackingId: string;
  readonly token: string;
  /** What was sent, corrected and redacted since. */
  report: NewReport;
  readonly channel: 'website' | 'api';
  readonly events: LifecycleEvent[];
  state: ReportState;
  /** What was written with an event, by its number. */
  readonly texts: Map<number, string>;
  readonly supporters: Set<string>;
}

/** A file on its way, or one that has come. */
export interface FakeUpload {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly length: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** What it turned out to be, once it is whole. */
  mediaType: string | undefined;
  reportId: string | undefined;
}

/** An attempt with a name, and what came of it. */
export interface FakeAttempt {
  readonly asked: string;
  readonly outcome: Promise<FakeOutcome>;
}

/** What comes of a call, told less exactly than its endpoint does. */
export interface FakeOutcome {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Everything that the fake gateway holds: in memory, and gone with it. */
export interface FakeWorld {
  readonly site: Site;
  readonly origins: readonly string[] | undefined;
  readonly siteKey: string;
  readonly secretKey: string;
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly reports: Map<string, FakeReport>;
  readonly uploads: Map<string, FakeUpload>;
  readonly attempts: Map<string, FakeAttempt>;
  readonly random: Random;
  readonly now: () => Instant;
  /** Sets the clock on. */
  readonly setClock: (now: Instant) => void;
}
