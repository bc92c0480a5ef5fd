import { createRequire } from 'node:module';
import type Nodemailer from 'nodemailer';
import { type MailSender, readMailSender } from '../configuration/read-mail-sender.ts';
import { type MailServer, readMailServer } from '../configuration/read-mail-server.ts';
import type { News, NewsChannel } from '../notifications/news-channel.ts';
import { judgeMailFailure } from './mail-verdict.ts';

/** By whom and how reporters are written to. */
export interface EmailOptions {
  /**
   * Where mail is handed over: `smtps://NAME:PASSWORD@HOST:465`, or `smtp://HOST:587`, which encrypts by STARTTLS. Special
   * characters of name and password are percent-encoded.
   */
  readonly server: string;
  /** Who it is from: `LAPOR! Sumatera Barat <lapor@sumbarprov.example>`, or an address alone. */
  readonly from: string;
  /**
   * Whether a connection has to be encrypted. `whenOffered` is for a server on the same machine.
   *
   * @default 'required'
   */
  readonly tls?: 'required' | 'whenOffered';
  /**
   * Seconds that the server may keep silent.
   *
   * @default 30
   */
  readonly silence?: number;
}

/** The library is loaded by a gateway that has a mail server; the others save its memory. */
const nodemailer = (): typeof Nodemailer => createRequire(import.meta.url)('nodemailer') as typeof Nodemailer;

/** Connections at the same time: what small servers bear. */
const mostConnections = 3;

/** What zod takes for an address, once more: between here and there lies a database that others can write into. */
const plainAddress = /^[A-Za-z0-9_'+.-]{1,64}@[A-Za-z0-9.-]{1,190}$/;

/** Headers by which machines and people know what this is, and how to get no more of it. */
const headersOf = ({ language, unsubscribeUrl }: News): Record<string, string> => ({
  // RFC 3834: nobody's absence note answers it.
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  'Content-Language': language,
  'List-Unsubscribe': `<${unsubscribeUrl}>`,
  // RFC 8058 asks for https; without it the button of a mail program would do nothing.
  ...(unsubscribeUrl.startsWith('https:') && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});

const readOptions = (options: EmailOptions): { readonly server: MailServer; readonly from: MailSender } => {
  const [server, from] = [readMailServer(options.server), readMailSender(options.from)];
  // Neither value is shown: a password may stand in it.
  if (server === undefined)
    throw new Error(
      'lapor-gateway: `server` of the e-mail channel is no address of a mail server. Write smtps://NAME:PASSWORD@HOST or smtp://HOST:587.',
    );
  if (from === undefined)
    throw new Error('lapor-gateway: `from` of the e-mail channel is no sender. Write NAME <ADDRESS> or an address.');
  return { server, from };
};

/**
 * Writes to reporters by e-mail, over SMTP.
 *
 * @throws Error when the server or the sender cannot be read.
 * @example
 * const newsChannels = [createEmailChannel({ server: 'smtp://mail.sumbarprov.example', from: 'lapor@sumbarprov.example' })];
 */
export const createEmailChannel = (options: EmailOptions): NewsChannel => {
  const { tls = 'required', silence = 30 } = options;
  const { server, from } = readOptions(options);
  const patience = silence * 1000;
  const transport = nodemailer().createTransport({
    pool: true,
    ...server,
    ...(server.auth && { auth: { ...server.auth } }),
    requireTLS: tls === 'required' && !server.secure,
    maxConnections: mostConnections,
    // A message whose end nobody knows is queued again by whoever counts attempts, not behind their back.
    maxRequeues: 0,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
    idleTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  return {
    name: 'email',
    atOnce: mostConnections,
    async send(news, signal) {
      if (!plainAddress.test(news.to)) return { result: 'refused', detail: 'the address cannot be written to' };
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: news.to },
          subject: news.subject,
          text: news.text,
          html: news.html,
          messageId: `<${news.id}@${domain}>`,
          // Nothing has this id itself: it only holds the messages together.
          references: `<${news.thread}@${domain}>`,
          headers: headersOf(news),
          signal,
        });
        return { result: 'sent' };
      } catch (error) {
        return judgeMailFailure(error);
      }
    },
    async close() {
      transport.close();
    },
  };
};
