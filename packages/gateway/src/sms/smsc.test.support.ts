import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type LibraryPdu as Pdu, type LibrarySession as Session, smpp } from './smpp-library.ts';
import type { SmppAccount } from './smpp-settings.ts';
import { until } from '../until.test.support.ts';

/** A short message as the library's own decoder reads it. */
export interface SubmittedSms extends Pdu {
  readonly source_addr: string;
  readonly destination_addr: string;
  readonly data_coding: number;
  readonly esm_class: number;
  readonly short_message: { readonly message: string; readonly udh?: readonly Buffer[] };
}

/** What the SMSC does with a message: takes it, refuses it with a status, says nothing, or drops the line. */
export type Reaction = 'take' | 'silence' | 'drop' | number;

/** An SMSC on loopback: the server side of the library, with behaviour that tests can change. */
export const startSmsc = async (options: { port?: number; key?: string; cert?: string } = {}) => {
  const { port = 0, key, cert } = options;
  const sessions = new Set<Session>();
  const smsc = {
    port,
    binds: [] as Pdu[],
    submitted: [] as SubmittedSms[],
    enquiries: 0,
    goodbyes: 0,
    bindStatus: 0,
    answersEnquiries: true,
    react: (_pdu: SubmittedSms, _index: number): Reaction => 'take',
    idOf: (index: number): string => `pesan-${index}`,
    get sessions(): readonly Session[] {
      return [...sessions];
    },
    account(change: Partial<SmppAccount> = {}): SmppAccount {
      const account = { host: '127.0.0.1', port: smsc.port, systemId: 'lapor', password: 'rahasia1' };
      return { ...account, perSecond: 1_000, ...change };
    },
    /** Hands a message over, on the line that is given or on the first, and gives the answer. */
    deliver(fields: Record<string, unknown>, line?: Session): Promise<Pdu> {
      return new Promise((resolve, reject) => {
        const session = line ?? smsc.sessions[0];
        session?.on('close', () => reject(new Error('The line was closed before the answer came.')));
        if (!session?.deliver_sm(fields, resolve)) reject(new Error('There is no line.'));
      });
    },
    /** Writes bytes, whatever they mean. */
    write: (bytes: Uint8Array): void => void smsc.sessions[0]?.socket.write(bytes),
    bound: (lines = 1): Promise<void> => until(() => sessions.size >= lines, 'the gateway is bound'),
    async stop(): Promise<void> {
      for (const session of sessions) session.destroy();
      server.close();
      await once(server, 'close');
    },
  };
  const server = smpp.createServer({ ...(key && { key }), ...(cert && { cert }) }, (session) => {
    // One listener for each message that is on its way.
    session.setMaxListeners(0);
    session.on('error', () => session.destroy());
    session.on('close', () => void sessions.delete(session));
    session.on('bind_transceiver', (pdu) => {
      smsc.binds.push(pdu);
      const isKnown = pdu['system_id'] === 'lapor' && pdu['password'] === 'rahasia1';
      const status = smsc.bindStatus || (isKnown ? 0 : (smpp.errors['ESME_RINVPASWD'] ?? 0));
      session.send(pdu.response({ command_status: status, system_id: 'SMSC' }));
      if (status === 0) sessions.add(session);
    });
    session.on('enquire_link', (pdu) => {
      smsc.enquiries += 1;
      if (smsc.answersEnquiries) session.send(pdu.response());
    });
    session.on('unbind', (pdu) => {
      smsc.goodbyes += 1;
      session.send(pdu.response());
    });
    session.on('submit_sm', (pdu) => {
      const index = smsc.submitted.push(pdu as SubmittedSms) - 1;
      const reaction = smsc.react(pdu as SubmittedSms, index);
      if (reaction === 'drop') session.destroy();
      else if (reaction === 'take') session.send(pdu.response({ message_id: smsc.idOf(index) }));
      else if (reaction !== 'silence') session.send(pdu.response({ command_status: reaction }));
    });
  });
  // What tests of broken lines do to sockets is no accident.
  server.on('tlsClientError', () => {});
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  smsc.port = (server.address() as AddressInfo).port;
  return smsc;
};

/** An SMSC of a test. */
export type Smsc = Awaited<ReturnType<typeof startSmsc>>;
