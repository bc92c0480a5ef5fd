// What is used of the library `smpp`, which has no types of its own.
declare module 'smpp' {
  import type { Server, Socket } from 'node:net';

  interface SmppPdu {
    command: string;
    command_id: number;
    command_status: number;
    sequence_number: number;
    [field: string]: unknown;
    isResponse(): boolean;
    response(fields?: Record<string, unknown>): SmppPdu;
    toBuffer(): Buffer;
  }

  interface SmppSession {
    readonly socket: Socket;
    send(pdu: SmppPdu, answered?: (answer: SmppPdu) => void): boolean;
    deliver_sm(fields: Record<string, unknown>, answered?: (answer: SmppPdu) => void): boolean;
    enquire_link(answered?: (answer: SmppPdu) => void): boolean;
    unbind(answered?: (answer: SmppPdu) => void): boolean;
    close(): void;
    setMaxListeners(count: number): this;
    destroy(): void;
    on(
      event: 'pdu' | 'submit_sm' | 'bind_transceiver' | 'unbind' | 'enquire_link',
      listener: (pdu: SmppPdu) => void,
    ): this;
    on(event: 'close', listener: () => void): this;
    on(event: 'error', listener: (error: Error) => void): this;
  }

  const smpp: {
    PDU: {
      new (command: string, fields?: Record<string, unknown>): SmppPdu;
      new (bytes: Buffer): SmppPdu;
      readonly maxLength: number;
    };
    readonly commandsById: Readonly<Record<number, { readonly command: string }>>;
    readonly errors: Readonly<Record<string, number>>;
    createServer(options: { key?: string; cert?: string }, session: (session: SmppSession) => void): Server;
  };
  export = smpp;
}
