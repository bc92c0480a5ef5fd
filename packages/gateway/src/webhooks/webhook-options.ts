/** Where webhooks may go, and how patient the gateway is with their receivers. */
export interface WebhookOptions {
  /**
   * Whether receivers may be reached without encryption, by `http:`.
   *
   * @default false
   */
  readonly http?: boolean;
  /**
   * Networks that receivers may lie in besides the public ones, as address blocks.
   *
   * @default []
   * @example ['10.20.0.0/16', 'fd12:3456::/32']
   */
  readonly networks?: readonly string[];
  /**
   * Seconds that a receiver has to answer.
   *
   * @default 10
   */
  readonly patience?: number;
  /** Seconds before each further attempt; after the last a delivery is given up. @default {@link defaultPauses} */
  readonly pauses?: readonly number[];
  /**
   * Days that deliveries are kept for their receivers' owners to look at.
   *
   * @default 30
   */
  readonly keepDays?: number;
}

const [minute, hour] = [60, 3_600];

/** Ten more attempts within three days, at first within seconds. Each pause is drawn up to a fifth longer or shorter. */
export const defaultPauses: readonly number[] = Object.freeze([
  5,
  minute,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  18 * hour,
  24 * hour,
]);

/** {@link WebhookOptions} with nothing left out. */
export type WebhookRules = Required<WebhookOptions>;

/** The rules with the defaults filled in. */
export const webhookRulesOf = (options: WebhookOptions = {}): WebhookRules => ({
  http: false,
  networks: [],
  patience: 10,
  pauses: defaultPauses,
  keepDays: 30,
  ...options,
});
