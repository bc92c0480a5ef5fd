import { createRequire } from 'node:module';
import type { Server, Socket } from 'node:net';

/** A PDU of the library: its members stand on it under SMPP's own names. */
export interface LibraryPdu {
  command: string;
  command_id: number;
  command_status: number;
  sequence_number: number;
  [field: string]: unknown;
  isResponse(): boolean;
  response(fields?: Record<string, unknown>): LibraryPdu;
  toBuffer(): Buffer;
}

/** The library's own end of a line; the gateway has its own, tests play the other side with it. */
export interface LibrarySession {
  readonly socket: Socket;
  send(pdu: LibraryPdu, answered?: (answer: LibraryPdu) => void): boolean;
  deliver_sm(fields: Record<string, unknown>, answered?: (answer: LibraryPdu) => void): boolean;
  enquire_link(answered?: (answer: LibraryPdu) => void): boolean;
  unbind(answered?: (answer: LibraryPdu) => void): boolean;
  close(): void;
  destroy(): void;
  setMaxListeners(count: number): this;
  on(
    event: 'pdu' | 'submit_sm' | 'bind_transceiver' | 'unbind' | 'enquire_link',
    listener: (pdu: LibraryPdu) => void,
  ): this;
  on(event: 'close', listener: () => void): this;
  on(event: 'error', listener: (error: Error) => void): this;
}

/** What is used of the library `smpp`. */
interface SmppLibrary {
  readonly PDU: {
    new (command: string, fields?: Record<string, unknown>): LibraryPdu;
    new (bytes: Buffer): LibraryPdu;
    readonly maxLength: number;
  };
  readonly commandsById: Readonly<Record<number, { readonly command: string }>>;
  readonly errors: Readonly<Record<string, number>>;
  createServer(options: { key?: string; cert?: string }, session: (session: LibrarySession) => void): Server;
}

/**
 * The library `smpp`. It has no types; given here rather than in a declaration of the module, they hold for whoever
 * compiles these sources.
 */
export const smpp = createRequire(import.meta.url)('smpp') as SmppLibrary;
