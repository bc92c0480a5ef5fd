import type { Language } from '@lapor/schemas';
import { type ClientOptions, defaultConnectionOptions, type RetryNotice } from './client-options.ts';
import type { Send } from './revalidating.ts';

/** A gateway and how to call it: what every resource works with. Made by {@link connect}. */
export interface Connection {
  /** The gateway's address without a slash at its end. */
  readonly gateway: string;
  readonly key: string;
  readonly language: Language;
  readonly timeout: number;
  readonly retries: number;
  readonly maxRetryDelay: number;
  readonly fetch: Send;
  readonly onRetry: ((notice: RetryNotice) => void) | undefined;
}

const fault = (option: string, what: string): TypeError => new TypeError(`@lapor/client: \`${option}\` ${what}`);

const readGateway = (gateway: string): string => {
  const base = typeof location === 'undefined' ? undefined : location.href;
  let url: URL | undefined;
  try {
    url = new URL(gateway, base);
  } catch {
    // Said below, with all else that an address can be wrong in.
  }
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash) {
    throw fault('gateway', 'must be an http(s) address without user, query and fragment.');
  }
  return url.href.replace(/\/+$/, '');
};

const readKey = (options: ClientOptions): string => {
  const { siteKey, secretKey } = options;
  if ((siteKey === undefined) === (secretKey === undefined)) throw fault('siteKey', 'or `secretKey` must be given.');
  if (siteKey !== undefined) {
    if (!/^pk_[\w.-]+$/.test(siteKey)) throw fault('siteKey', 'must be a publishable key: it begins with pk_.');
    return siteKey;
  }
  if (!/^sk_[\w.-]+$/.test(secretKey)) throw fault('secretKey', 'must be a secret key: it begins with sk_.');
  if (typeof document !== 'undefined' && !options.allowSecretKeyInBrowser) {
    throw fault('secretKey', 'must not stand on a page. Use `siteKey`.');
  }
  return secretKey;
};

const readNumber = (options: ClientOptions, name: 'timeout' | 'retries' | 'maxRetryDelay'): number => {
  const value = options[name] ?? defaultConnectionOptions[name];
  if (!(value >= 0)) throw fault(name, 'must be a number that is not negative.');
  return value;
};

/**
 * Reads the options of a client. Nothing is sent yet.
 *
 * {@link createClient} does this and adds every resource. Where each byte counts, connect, and make only the resources
 * that are needed.
 *
 * @throws TypeError for an option that makes no sense. The message never repeats a key.
 * @example
 * const reports = createReports(connect({ gateway: 'https://lapor.sumbarprov.example', siteKey: 'pk_demo_sumbar' }));
 */
export const connect = (options: ClientOptions): Connection => ({
  gateway: readGateway(options.gateway),
  key: readKey(options),
  language: options.language ?? defaultConnectionOptions.language,
  timeout: readNumber(options, 'timeout'),
  retries: readNumber(options, 'retries'),
  maxRetryDelay: readNumber(options, 'maxRetryDelay'),
  // Looked up at each call, so that whoever replaces the platform's own later is heard.
  fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  onRetry: options.onRetry,
});
