import type { Language } from '@lapor/schemas';
import type { LaporError } from '../errors/lapor-error.ts';
import type { Send } from './revalidating.ts';

/** What is told of a call that is about to be repeated. */
export interface RetryNotice {
  /** What went wrong this time. */
  readonly error: LaporError;
  /** Which repetition comes now: 1 for the first. */
  readonly retry: number;
  /** How long the client waits before it, in milliseconds. */
  readonly delay: number;
}

/** How a client travels, whatever its key. */
export interface ConnectionOptions {
  /**
   * Where the gateway is reached, with or without a path. On a page, an address without a host is one of the page's own.
   *
   * @example 'https://lapor.sumbarprov.example'
   */
  readonly gateway: string;
  /**
   * The language of the sentences in answers and problems.
   *
   * @default 'id'
   */
  readonly language?: Language;
  /**
   * How long one attempt may take, in milliseconds, until its answer has been read. For a limit on the whole call with
   * all its repetitions, pass a `signal`: `AbortSignal.timeout(60_000)`.
   *
   * @default 30_000
   */
  readonly timeout?: number;
  /**
   * How often a call is repeated that did not get through: the network broke, no answer came in time, the gateway failed
   * or was called too often. Every call can be repeated safely, because creating calls carry an idempotency key.
   *
   * @default 3
   */
  readonly retries?: number;
  /**
   * The longest wait before a repetition, in milliseconds. Where the gateway's `Retry-After` asks for more, the call
   * fails at once with an error that says until when.
   *
   * @default 20_000
   */
  readonly maxRetryDelay?: number;
  /**
   * The function that sends, in the sense of the Fetch standard: for a proxy, a test, or a gateway in the same process.
   *
   * @default the platform's own `fetch`
   * @example (input, init) => gateway.fetch(new Request(input, init))
   */
  readonly fetch?: Send;
  /** Is told before a call is repeated. */
  readonly onRetry?: (notice: RetryNotice) => void;
}

/** A client that calls with a site's publishable key. */
export interface SiteOptions extends ConnectionOptions {
  /** The publishable key `pk_…` of a site. It works on the registered origins of that site alone. */
  readonly siteKey: string;
  readonly secretKey?: never;
}

/** A client that calls with an institution's secret key. */
export interface SecretOptions extends ConnectionOptions {
  /** The secret key `sk_…` of an institution. It belongs on a server, never on a page. */
  readonly secretKey: string;
  readonly siteKey?: never;
  /**
   * Lets a secret key be used in a browser, where everybody who opens the page can read it. Only for a desk that asks its
   * officers for their own key.
   *
   * @default false
   */
  readonly allowSecretKeyInBrowser?: boolean;
}

/** What a client is made with: where the gateway is, and one of the two keys. */
export type ClientOptions = SiteOptions | SecretOptions;

/** What holds where an option says nothing else. */
export const defaultConnectionOptions = /* @__PURE__ */ Object.freeze({
  language: 'id',
  timeout: 30_000,
  retries: 3,
  maxRetryDelay: 20_000,
} satisfies Partial<ConnectionOptions>);
