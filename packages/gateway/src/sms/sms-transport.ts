import type { Log } from '../journal/log.ts';
import type { Metric } from '../journal/metric.ts';
import { phoneNumberOf, type SourceAddress } from './addresses.ts';
import { type Alphabet, alphabetOf } from './alphabet-of.ts';
import { isReceipt, readReceipt } from './delivery-receipt.ts';
import { type Pdu, statuses } from './pdu.ts';
import { type PartOfMessage, readReceived } from './received-part.ts';
import { createSendSms, type SendSms } from './send-sms.ts';
import { createSentMessages } from './sent-messages.ts';
import { createSmppLine } from './smpp-line.ts';
import type { SmppAccount, SmppTimes } from './smpp-settings.ts';
import { createSmsFigures, type ReceivedKind } from './sms-figures.ts';

/** A short message of a person, as it came in. */
export interface ReceivedSms {
  /** Whose phone, for instance `+6281200000117`. */
  readonly from: string;
  /** Which of our addresses it was sent to. */
  readonly to: string;
  readonly octets: Uint8Array;
  readonly alphabet: Alphabet;
  readonly partOf: PartOfMessage | undefined;
}

/**
 * Keeps a message, so that nothing can lose it any more, and tells what it was. What it throws makes the SMSC send the
 * message again later.
 */
export type KeepSms = (
  sms: ReceivedSms,
) => Promise<Extract<ReceivedKind, 'message' | 'part' | 'repeated' | 'tooMany' | 'tooLong'>>;

/** The way in and out for short messages. */
export interface SmsTransport {
  /** Begins to hold a line to the SMSC. */
  start(): void;
  readonly isBound: boolean;
  readonly send: SendSms;
  readonly metrics: () => Metric[];
  /** Finishes what is under way and ends the line. */
  stop(): Promise<void>;
}

/** What a transport works with. */
export interface SmsTransportParts {
  readonly account: SmppAccount;
  readonly source: SourceAddress;
  readonly keep: KeepSms;
  readonly log: Log;
  readonly times?: Partial<SmppTimes>;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Makes a transport. Nothing is connected until it is started. */
export const createSmsTransport = ({ account, source, keep, log, times }: SmsTransportParts): SmsTransport => {
  const figures = createSmsFigures();
  const sent = createSentMessages();

  const readSms = (pdu: Pdu): ReceivedSms | ReceivedKind => {
    const part = readReceived(pdu);
    if (part === undefined) return 'unreadable';
    const from = phoneNumberOf(textOf(pdu['source_addr']), Number(pdu['source_addr_ton'] ?? 0));
    // Services and other machines: they cannot be called back, and an answer might be answered.
    if (from === undefined) return 'foreign';
    const alphabet = alphabetOf(part.dataCoding, account.standardAlphabet ?? 'gsm');
    if (alphabet === undefined) return 'unreadable';
    const to = textOf(pdu['destination_addr']) || source.address;
    return { from, to, octets: part.octets, partOf: part.partOf, alphabet };
  };

  const receive = async (pdu: Pdu): Promise<number> => {
    if (isReceipt(pdu)) {
      const { messageId, state } = readReceipt(pdu);
      figures.receipt(state, messageId === undefined ? undefined : sent.take(messageId));
      return statuses.ok;
    }
    const sms = readSms(pdu);
    if (typeof sms === 'string') {
      figures.received(sms);
      // What can never be read would come again for ever if it were refused for now.
      return sms === 'unreadable' ? statuses.permanent : statuses.ok;
    }
    try {
      const kind = await keep(sms);
      figures.received(kind);
      return kind === 'tooLong' ? statuses.permanent : statuses.ok;
    } catch (error) {
      figures.received('postponed');
      log.error({ error }, 'sms: a message could not be kept; the SMSC is asked to send it again');
      return statuses.temporary;
    }
  };

  const line = createSmppLine({ account, receive, figures, log, ...(times && { times }) });
  return {
    start: () => line.start(),
    get isBound() {
      return line.isBound;
    },
    send: createSendSms(line, source, sent),
    metrics: () => figures.metrics(),
    stop: () => line.stop(),
  };
};
