/** What became of a message that was sent. */
export interface DeliveryReceipt {
  /** The id that the SMSC gave the message. */
  readonly messageId: string | undefined;
  readonly state: DeliveryState;
}

/** `message_state` by its number. Source: SMPP 3.4, 5.2.28. */
const states = [
  'scheduled',
  'enroute',
  'delivered',
  'expired',
  'deleted',
  'undeliverable',
  'accepted',
  'unknown',
  'rejected',
] as const;

/** How far a message has got, as the SMSC says. */
export type DeliveryState = (typeof states)[number];

/** The same as most SMSCs write it in the text of a receipt. Source: SMPP 3.4, appendix B. */
const abbreviations: Readonly<Record<string, DeliveryState>> = {
  ENROUTE: 'enroute',
  DELIVRD: 'delivered',
  EXPIRED: 'expired',
  DELETED: 'deleted',
  UNDELIV: 'undeliverable',
  ACCEPTD: 'accepted',
  UNKNOWN: 'unknown',
  REJECTD: 'rejected',
};

/** Members of a `deliver_sm` under SMPP's own names. */
export type ReceiptFields = Readonly<Record<string, unknown>>;

/** Bits 5 to 2 of `esm_class`: a receipt, a delivery or user acknowledgement, or news of one that is still on its way. */
const kinds = new Set([0x04, 0x08, 0x10, 0x20]);

/** Whether a `deliver_sm` tells of a message that was sent, and is none itself. */
export const isReceipt = ({ esm_class }: ReceiptFields): boolean =>
  typeof esm_class === 'number' && kinds.has(esm_class & 0x3c);

/** Reads a receipt: from its own parameters where the SMSC fills them in, else from its text, whose form is only a custom. */
export const readReceipt = (pdu: ReceiptFields): DeliveryReceipt => {
  const { short_message: message, receipted_message_id: id, message_state: state } = pdu;
  const text = message instanceof Uint8Array ? Buffer.from(message).toString('latin1') : '';
  const [, idInText] = /\bid:([^\s]{1,65})/i.exec(text) ?? [];
  const [, stateInText = ''] = /\bstat:([a-z]{1,10})/i.exec(text) ?? [];
  return {
    messageId: typeof id === 'string' && id !== '' ? id : idInText,
    state:
      (typeof state === 'number' ? states[state] : undefined) ?? abbreviations[stateInText.toUpperCase()] ?? 'unknown',
  };
};
