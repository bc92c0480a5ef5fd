import { destinationFields, type SourceAddress, sourceFields } from './addresses.ts';
import { segmentsOf } from './segments-of.ts';
import type { SentMessages } from './sent-messages.ts';
import type { SmppLine } from './smpp-line.ts';

/** Sends a text to one phone. */
export type SendSms = (
  message: { readonly to: string; readonly text: string },
  signal?: AbortSignal,
) => Promise<SentSms>;

/** A text that the SMSC took. */
export interface SentSms {
  /** The ids that the SMSC gave its parts, in their order. */
  readonly messageIds: readonly string[];
}

const headerIndicator = 0x40;

/** Asks for a receipt when it is known whether a message arrived. Source: SMPP 3.4, 5.2.17. */
const finalReceipt = 1;

/**
 * Makes the function that sends texts. Parts of one text go in their order, each when the SMSC has taken the one before:
 * where one is refused, no phone gets the rest of a text in pieces.
 */
export const createSendSms = (line: SmppLine, source: SourceAddress, sent: SentMessages): SendSms => {
  // By chance: several replicas send under the same address, and all begin at some time.
  let reference = Math.floor(Math.random() * 256);
  return async ({ to, text }, signal) => {
    reference = (reference + 1) % 256;
    const messageIds: string[] = [];
    for (const { dataCoding, hasHeader, octets } of segmentsOf(text, reference)) {
      const { message_id: id } = await line.submit(
        {
          ...sourceFields(source),
          ...destinationFields(to),
          esm_class: hasHeader ? headerIndicator : 0,
          registered_delivery: finalReceipt,
          data_coding: dataCoding,
          short_message: Buffer.from(octets),
        },
        signal,
      );
      if (typeof id !== 'string' || id === '') continue;
      messageIds.push(id);
      sent.add(id);
    }
    return { messageIds };
  };
};
