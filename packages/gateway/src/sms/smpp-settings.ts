/** Where an SMSC is, and who is to be bound there. */
export interface SmppAccount {
  readonly host: string;
  /** @default 2775, with TLS 3550 */
  readonly port?: number;
  readonly systemId: string;
  readonly password: string;
  /** @default '' */
  readonly systemType?: string;
  /**
   * Whether the line is encrypted. The SMSC's certificate is then checked.
   *
   * @default false
   */
  readonly tls?: boolean;
  /** Who signed the SMSC's certificate, as PEM, where it is none of the well-known authorities. */
  readonly certificateAuthority?: string;
  /**
   * What `data_coding` 0 means to the SMSC in what it hands over.
   *
   * @default 'gsm'
   */
  readonly standardAlphabet?: 'gsm' | 'latin1';
  /**
   * Requests that wait for an answer at the same time.
   *
   * @default 10
   */
  readonly window?: number;
  /**
   * Short messages in a second at most. An SMSC that is hurried refuses.
   *
   * @default 10
   */
  readonly perSecond?: number;
}

/** How long things may take, in milliseconds. */
export interface SmppTimes {
  /** For an answer, and for the line to come about. */
  readonly answer: number;
  /** Between two questions whether the other side still lives. */
  readonly enquiry: number;
  /** The first pause before the line is tried again, and the longest. They double, and chance shortens them by up to a half. */
  readonly firstPause: number;
  readonly longestPause: number;
  /** Before a refused name or password is tried again: who hurries may be locked out. */
  readonly refusedPause: number;
  /** Before a line that somebody else has is tried again. */
  readonly standbyPause: number;
  /** For a message until there is a line and the SMSC takes it. */
  readonly patience: number;
}

/** What is kept to when nobody says otherwise. */
export const defaultSmppTimes: SmppTimes = Object.freeze({
  answer: 10_000,
  enquiry: 30_000,
  firstPause: 1_000,
  longestPause: 60_000,
  refusedPause: 300_000,
  standbyPause: 30_000,
  patience: 30_000,
});

/** An account with everything said. */
export type WholeSmppAccount = Required<Omit<SmppAccount, 'certificateAuthority'>> &
  Pick<SmppAccount, 'certificateAuthority'>;

/** An account with its defaults. */
export const wholeAccount = (account: SmppAccount): WholeSmppAccount => ({
  port: account.tls === true ? 3550 : 2775,
  systemType: '',
  tls: false,
  standardAlphabet: 'gsm',
  window: 10,
  perSecond: 10,
  ...account,
});
