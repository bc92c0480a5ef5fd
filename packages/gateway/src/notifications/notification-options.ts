/** Hours of the region's day between which nothing is sent: from one until the other, over midnight if need be. */
export interface QuietHours {
  /** 0 to 23 */
  readonly from: number;
  /** 0 to 23; the hour at which it ends. The same as `from`: no hour is quiet. */
  readonly until: number;
}

/** When reporters are told of news, and how much of it. */
export interface NotificationOptions {
  /** @default from 21 until 6 */
  readonly quietHours?: QuietHours;
  /**
   * Seconds that news waits for more of it, so that several events within a short time are told in one message. The
   * receipt of a report waits for nothing.
   *
   * @default 300
   */
  readonly gatherSeconds?: number;
  /**
   * Messages that one address gets within a day at most, over all reports. Whoever files reports under somebody else's
   * address cannot fill that one's mailbox.
   *
   * @default 30
   */
  readonly dailyPerAddress?: number;
  /** Seconds before each further attempt; the last pause is repeated. @default {@link defaultNewsPauses} */
  readonly pauses?: readonly number[];
  /**
   * Hours after which news is no news any more: what could not be sent by then is not sent.
   *
   * @default 72
   */
  readonly lapseHours?: number;
  /**
   * Seconds that one attempt may take.
   *
   * @default 60
   */
  readonly patience?: number;
  /**
   * Days that it is kept which messages were sent.
   *
   * @default 30
   */
  readonly keepDays?: number;
}

/** {@link NotificationOptions} with nothing left out. */
export type NotificationRules = Required<NotificationOptions>;

const [minute, hour] = [60, 3_600];

/** Soon at first, in the end every six hours. Each pause is drawn up to a fifth longer or shorter. */
export const defaultNewsPauses: readonly number[] = Object.freeze([
  minute,
  5 * minute,
  15 * minute,
  hour,
  3 * hour,
  6 * hour,
]);

/** The rules with the defaults filled in. */
export const notificationRulesOf = (options: NotificationOptions = {}): NotificationRules => ({
  quietHours: { from: 21, until: 6 },
  gatherSeconds: 300,
  dailyPerAddress: 30,
  pauses: defaultNewsPauses,
  lapseHours: 72,
  patience: 60,
  keepDays: 30,
  ...options,
});
