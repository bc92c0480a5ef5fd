import type { Connector } from './connector.ts';

/** Where reports go, and how patiently. */
export interface ForwardingOptions {
  /** The doors out. Their names are what `institutions` and `otherwise` speak of. */
  readonly connectors: readonly Connector[];
  /**
   * The connector of each institution and of everything below it, by the institution's id. `desk` keeps what a higher one
   * would send away.
   *
   * @default {}
   */
  readonly institutions?: Readonly<Record<string, string>>;
  /**
   * The connector of all others.
   *
   * @default 'desk'
   */
  readonly otherwise?: string;
  /** @default {@link defaultForwardingRules} */
  readonly rules?: Partial<ForwardingRules>;
}

/** How patient the gateway is with other systems. All times are seconds, in real time whatever the gateway's clock says. */
export interface ForwardingRules {
  /** For one call. */
  readonly patience: number;
  /** After a call whose end nobody knows, before it is looked what came of it: what is late must have come by then. */
  readonly settling: number;
  /** Before each further attempt; after the last the task is put aside for an operator. Each is drawn a fifth longer or shorter. */
  readonly pauses: readonly number[];
  /** Failures one after another, of whatever reports, after which the other system is left alone. */
  readonly circuitFailures: number;
  /** For how long it is left alone, at first and at most. Then one call tries whether it is back. */
  readonly circuitPauses: readonly [first: number, longest: number];
  /** Between two polls of one report: while there is news, and at most when there is none. */
  readonly pollPauses: readonly [first: number, longest: number];
  /** Days for which a closed report is still asked after. */
  readonly pollClosedDays: number;
}

const [minute, hour] = [60, 3_600];

/** Two days of attempts; a report is asked after every quarter of an hour while it moves, and every six hours when it rests. */
export const defaultForwardingRules: ForwardingRules = Object.freeze<ForwardingRules>({
  patience: 90,
  settling: 2 * minute,
  pauses: [5, 30, 2 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour, 24 * hour],
  circuitFailures: 5,
  circuitPauses: [15, 10 * minute],
  pollPauses: [15 * minute, 6 * hour],
  pollClosedDays: 30,
});
