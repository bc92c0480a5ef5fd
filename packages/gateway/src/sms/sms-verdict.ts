import { statuses, statusName } from './pdu.ts';
import { SmppRefusal } from './smpp-error.ts';

/** What follows from a text that was not sent. */
export interface SmsVerdict {
  /** Whether it would be refused again. */
  readonly isFinal: boolean;
  /** Why, without any number or text. */
  readonly detail: string;
}

/** Statuses with which an SMSC refuses what this message is. Others may pass: it is busy, or set up wrongly for us. */
const final: ReadonlySet<number> = new Set([
  statuses.invalidDestination,
  statuses.permanent,
  statuses.invalidLongMessage,
]);

/** Judges what sending threw. */
export const smsVerdict = (error: unknown): SmsVerdict => {
  if (error instanceof SmppRefusal) return { isFinal: final.has(error.status), detail: statusName(error.status) };
  return { isFinal: error instanceof RangeError, detail: error instanceof Error ? error.name : 'unknown' };
};
