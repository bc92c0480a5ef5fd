import type { SourceAddress } from '../sms/addresses.ts';
import type { SmppAccount, SmppTimes } from '../sms/smpp-settings.ts';

/** Reports by SMS: where the SMSC is, and what becomes of what comes from it. */
export interface SmsOptions {
  /** Where the SMSC is, and who is to be bound there. */
  readonly account: SmppAccount;
  /** From whom our messages come. */
  readonly source: SourceAddress;
  /** The id of the site into which reports go, and by whose rules. */
  readonly site: string;
  /**
   * The words with which a report begins. Without them every message is one that asks for nothing else.
   *
   * @example 'LAPOR'
   */
  readonly keyword?: string;
  /**
   * Whether reporters who chose SMS are told of news by it. Each piece of news is a message that costs something.
   *
   * @default true
   */
  readonly news?: boolean;
  /** @default {@link defaultSmsRules} */
  readonly rules?: Partial<SmsRules>;
  /** How long things may take. */
  readonly times?: Partial<SmppTimes>;
}

/** How much may come from one phone, and how long what is waited for. */
export interface SmsRules {
  /** Messages that one phone may send within an hour. The next is answered that they are too many, and those after it not at all. */
  readonly perHour: number;
  /** Answers within a day that only tell how it is done, so that two machines do not talk for ever. */
  readonly helpsPerDay: number;
  /** Parts of the longest message that is taken. */
  readonly mostParts: number;
  /** Minutes after the last part for which the missing ones are waited for. */
  readonly partsMinutes: number;
  /** Hours within which the same text from the same phone is the same report. */
  readonly sameHours: number;
  /** Hours for which an answer is tried to be sent. */
  readonly answerHours: number;
}

/** What is kept to when nobody says otherwise. */
export const defaultSmsRules: SmsRules = Object.freeze({
  perHour: 20,
  helpsPerDay: 3,
  mostParts: 20,
  partsMinutes: 60,
  sameHours: 24,
  answerHours: 24,
});
