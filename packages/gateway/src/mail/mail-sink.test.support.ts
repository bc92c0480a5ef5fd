import { EventEmitter } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { NewsChannel } from '../notifications/news-channel.ts';
import { createEmailChannel } from './email-channel.ts';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

/** A mail as it arrived: the whole of it, and read. */
export interface Arrived {
  readonly raw: string;
  readonly mail: ParsedMail;
  readonly from: string;
  readonly to: readonly string[];
  readonly encrypted: boolean;
  readonly user: string | undefined;
}

/** At which point the server does what. Left out: it takes everything. */
export interface MailFaults {
  /** Answers the sender. */
  readonly sender?: () => { readonly code: number; readonly text: string } | undefined;
  /** Answers a recipient. */
  readonly recipient?: (address: string) => { readonly code: number; readonly text: string } | undefined;
  /** After the whole message has come: an answer, `hang`, or `drop`, which keeps the message and closes the connection. */
  readonly data?: () => { readonly code: number; readonly text: string } | 'hang' | 'drop' | undefined;
}

const refusal = ({ code, text }: { readonly code: number; readonly text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on loopback that keeps what it is given. */
export const startMailSink = async (options: SMTPServerOptions = {}) => {
  const arrived: Arrived[] = [];
  const arrivals = new EventEmitter();
  const sockets = new Set<Socket>();
  let faults: MailFaults = {};
  let attempts = 0;
  const take = async (stream: Readable, { envelope, secure, user }: SMTPServerSession) => {
    const raw = await buffer(stream);
    const fault = faults.data?.();
    if (fault !== undefined && fault !== 'drop') return fault;
    const { mailFrom, rcptTo } = envelope;
    arrived.push({
      raw: raw.toString('utf8'),
      mail: await simpleParser(raw),
      from: mailFrom === false ? '' : mailFrom.address,
      to: rcptTo.map(({ address }) => address),
      encrypted: secure,
      user,
    });
    arrivals.emit('mail');
    return fault;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onMailFrom(_address, _session, done) {
      attempts += 1;
      const answer = faults.sender?.();
      done(answer && refusal(answer));
    },
    onRcptTo({ address }, _session, done) {
      const answer = faults.recipient?.(address);
      done(answer && refusal(answer));
    },
    onData(stream, session, done) {
      const finish = async (): Promise<void> => {
        const fault = await take(stream, session);
        if (fault === 'drop') for (const socket of sockets) socket.destroy();
        else if (fault !== 'hang') done(fault && refusal(fault));
      };
      // Whoever breaks off in the middle of a message waits for no answer.
      void finish().catch(() => {});
    },
    ...options,
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  const listen = (port: number) => new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    arrived,
    /** Tells of each `mail`. */
    arrivals,
    /** How often somebody began to hand over a message. */
    attempts: () => attempts,
    misbehave: (next: MailFaults) => void (faults = next),
    async end() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
};

/** A server of {@link startMailSink}. */
export type MailSink = Awaited<ReturnType<typeof startMailSink>>;

/** E-mail into a server that need not be there yet when the gateway is opened. */
export const channelInto = (sink: () => MailSink): NewsChannel => {
  let made: NewsChannel | undefined;
  const channel = () =>
    (made ??= createEmailChannel({
      server: `smtp://127.0.0.1:${sink().port}`,
      from: 'LAPOR! Sumatera Barat <lapor@sumbar.example>',
      tls: 'whenOffered',
      silence: 1,
    }));
  return {
    name: 'email',
    atOnce: 3,
    send: (news, signal) => channel().send(news, signal),
    async close() {
      await made?.close();
      made = undefined;
    },
  };
};
