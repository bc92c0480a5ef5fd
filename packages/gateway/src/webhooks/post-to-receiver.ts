import { outgoing } from '../outgoing/undici-when-needed.ts';
import { AddressRefused, type AddressRules } from './address-rules.ts';
import { mayReceive } from './receiver-url.ts';
import type { WebhookRules } from './webhook-options.ts';

/** What came of one post. */
export interface PostOutcome {
  /** The receiver's status; missing when there was no answer. */
  readonly status?: number;
  /** Why there was none, in words that give nothing of the receiver's away. */
  readonly error?: string;
  /** Seconds that the receiver asks to be left alone. */
  readonly retryAfter?: number;
}

/** Posts to receivers. */
export interface ReceiverClient {
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PostOutcome>;
  close(): Promise<void>;
}

/** Bytes of an answer that are read at most. Only its status counts; a small body is read so that the connection can serve again. */
const readBytes = 16_384;

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed',
  UND_ERR_SOCKET: 'the connection was closed',
  EPIPE: 'the connection was closed',
  ENOTFOUND: 'the name could not be resolved',
  EAI_AGAIN: 'the name could not be resolved',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
};

/** The same from the library's own clocks. */
const tooLate = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT']);

const reasonOf = (error: unknown, patience: number): string => {
  if (error instanceof AddressRefused) return error.message;
  const { name, code = '' } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError' || tooLate.has(code)) return `no answer within ${patience} seconds`;
  if (/^(ERR_TLS|ERR_SSL|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) return 'its certificate was not accepted';
  return reasons[code] ?? 'the answer could not be read';
};

/** Seconds from now, whether the receiver wrote seconds or a date (RFC 9110, 10.2.3). */
const retryAfterOf = (header: string | string[] | undefined): number | undefined => {
  if (typeof header !== 'string') return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
};

/**
 * Makes a client for addresses that strangers chose: it connects to allowed addresses only, follows no redirect, and
 * reads little and not for long.
 */
export const createReceiverClient = (
  rules: Pick<WebhookRules, 'http' | 'patience'>,
  addresses: AddressRules,
): ReceiverClient => {
  const patience = rules.patience * 1000;
  const agent = outgoing({
    connect: { lookup: addresses.lookup, timeout: patience },
    headersTimeout: patience,
    bodyTimeout: patience,
    // A connection for each delivery that a receiver is given at the same time.
    connections: 32,
    keepAliveTimeout: 10_000,
    maxHeaderSize: readBytes,
  });
  return {
    async post(url, headers, body) {
      if (!mayReceive(url, rules, addresses)) return { error: new AddressRefused().message };
      const { origin, pathname, search } = new URL(url);
      const signal = AbortSignal.timeout(patience);
      try {
        const answer = await agent.request({
          origin,
          path: `${pathname}${search}`,
          method: 'POST',
          headers,
          body,
          signal,
        });
        // Nobody waits for what is not looked at; a body without an end is cut off.
        void answer.body.dump({ limit: readBytes, signal }).catch(() => {});
        const retryAfter = retryAfterOf(answer.headers['retry-after']);
        return { status: answer.statusCode, ...(retryAfter !== undefined && { retryAfter }) };
      } catch (error) {
        return { error: reasonOf(error, rules.patience) };
      }
    },
    close: () => agent.destroy(),
  };
};
