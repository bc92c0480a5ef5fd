import { smpp } from './smpp-library.ts';

/** Members of a PDU under SMPP's own names. Texts of short messages are octets. */
export type PduFields = Readonly<Record<string, string | number | Uint8Array>>;

/** A PDU as it was read. */
export interface Pdu {
  /** SMPP's own name, for instance `deliver_sm`; `unknown` for what the library does not know. */
  readonly command: string;
  readonly command_id: number;
  readonly command_status: number;
  readonly sequence_number: number;
  readonly [field: string]: unknown;
}

/**
 * The library's PDU without its filters, which turn octets into text on the way: they lose what they cannot read, and know
 * nothing of texts in parts.
 */
class PlainPdu extends smpp.PDU {
  _filter(): void {}
}

/** Bytes of the longest PDU that is read or written, and of the shortest, which is a head alone. */
export const pduLengths = { shortest: 16, longest: smpp.PDU.maxLength } as const;

/** Where a request stands in an answer's `command_id`. */
const answerBit = 0x8000_0000;

/** Whether something answers a request, by its `command_id`. */
export const isAnswer = (commandId: number): boolean => commandId >= answerBit;

/** Writes a PDU. One with a status that is not 0 consists of its head. */
export const writePdu = (command: string, sequence: number, fields: PduFields = {}, status = 0): Buffer =>
  new PlainPdu(command, { ...fields, sequence_number: sequence, command_status: status }).toBuffer();

/** Reads a whole PDU. @throws what the library throws when its members end beyond it. */
export const readPdu = (bytes: Buffer): Pdu => new PlainPdu(bytes);

/** The head of a PDU, which can be read whatever follows it. */
export const readHead = (bytes: Buffer): Pick<Pdu, 'command' | 'command_id' | 'command_status' | 'sequence_number'> => {
  const id = bytes.readUInt32BE(4);
  return {
    command: smpp.commandsById[id]?.command ?? 'unknown',
    command_id: id,
    command_status: bytes.readUInt32BE(8),
    sequence_number: bytes.readUInt32BE(12),
  };
};

const statusNames: ReadonlyMap<number, string> = new Map(
  Object.entries(smpp.errors).map(([name, status]) => [status, name]),
);

/** The name of a status, for instance `ESME_RTHROTTLED`. Those that an SMSC has made up are numbers. */
export const statusName = (status: number): string => statusNames.get(status) ?? `0x${status.toString(16)}`;

/** Statuses that something follows from, by what they mean. Source: SMPP 3.4, 5.1.3. */
export const statuses = {
  ok: 0x00,
  invalidLongMessage: 0x01,
  invalidLength: 0x02,
  invalidCommand: 0x03,
  alreadyBound: 0x05,
  systemError: 0x08,
  invalidDestination: 0x0b,
  bindFailed: 0x0d,
  invalidPassword: 0x0e,
  invalidSystemId: 0x0f,
  queueFull: 0x14,
  invalidSystemType: 0x53,
  throttled: 0x58,
  /** This side cannot take it now; later it may. */
  temporary: 0x64,
  /** This side will never take it. */
  permanent: 0x65,
} as const;
