/** Which part of which message something is. */
export interface PartOfMessage {
  /** What all parts of the message have in common, with the kind of reference before it. */
  readonly reference: string;
  readonly total: number;
  /** From 1. */
  readonly part: number;
}

/** What came of reading a short message: its text still as octets, since a character may be cut between two parts. */
export interface ReceivedPart {
  readonly octets: Uint8Array;
  readonly dataCoding: number;
  readonly partOf: PartOfMessage | undefined;
}

/** Members of a `deliver_sm` or `data_sm` under SMPP's own names. */
export type ReceivedFields = Readonly<Record<string, unknown>>;

const headerIndicator = 0x40;

/** A part that is none, or that lies outside of its message, is ignored as the standard asks: the text then stands alone. */
const checked = (partOf: PartOfMessage): PartOfMessage | undefined =>
  partOf.total > 1 && partOf.part >= 1 && partOf.part <= partOf.total ? partOf : undefined;

/** Reads the elements of a header. Source: 3GPP TS 23.040, 9.2.3.24. Elements besides those for parts are passed over. */
const readHeader = (header: Uint8Array): PartOfMessage | undefined => {
  for (let at = 0; at + 2 <= header.length; at += 2 + (header[at + 1] ?? 0)) {
    const [element, length, ...rest] = header.subarray(at);
    const [one = 0, two = 0, three = 0, four = 0] = rest;
    if (element === 0x00 && length === 3 && rest.length >= 3)
      return checked({ reference: `8 bit ${one}`, total: two, part: three });
    if (element === 0x08 && length === 4 && rest.length >= 4)
      return checked({ reference: `16 bit ${one * 256 + two}`, total: three, part: four });
  }
  return undefined;
};

const isNumber = (value: unknown): value is number => typeof value === 'number';

const readSar = (pdu: ReceivedFields): PartOfMessage | undefined => {
  const { sar_msg_ref_num: reference, sar_total_segments: total, sar_segment_seqnum: part } = pdu;
  return isNumber(reference) && isNumber(total) && isNumber(part)
    ? checked({ reference: `sar ${reference}`, total, part })
    : undefined;
};

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());

/** Reads a short message; `undefined` when its header is longer than the message is. */
export const readReceived = (pdu: ReceivedFields): ReceivedPart | undefined => {
  const { short_message: message, message_payload: payload, data_coding: coding, esm_class: kind } = pdu;
  const short = bytesOf(message);
  const octets = short.length > 0 ? short : bytesOf(payload);
  const dataCoding = isNumber(coding) ? coding : 0;
  const hasHeader = isNumber(kind) && (kind & headerIndicator) !== 0;
  if (!hasHeader) return { octets, dataCoding, partOf: readSar(pdu) };
  const end = (octets[0] ?? Infinity) + 1;
  if (end > octets.length) return undefined;
  return { octets: octets.subarray(end), dataCoding, partOf: readHeader(octets.subarray(1, end)) ?? readSar(pdu) };
};
