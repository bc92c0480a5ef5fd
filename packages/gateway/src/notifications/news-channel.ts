import type { Language } from '@lapor/schemas';

/** One message to one reporter, in every length that a channel may want. Nothing that anybody wrote about the report stands in it. */
export interface News {
  /**
   * Names the message: the same at every attempt, letters, digits, dots and dashes. By it whoever gets a message twice can
   * tell that it is one.
   */
  readonly id: string;
  /** The same for all messages about one report. */
  readonly thread: string;
  /** The report's number. */
  readonly trackingId: string;
  /** An e-mail address, or a phone number such as `+6281200000117`. */
  readonly to: string;
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  /** The whole message as plain text. */
  readonly text: string;
  /** The whole message as an HTML document. */
  readonly html: string;
  /** All of it in a few words, for channels on which every letter counts. Holds the address of the report's page. */
  readonly short: string;
  /** Where no more news can be asked for, without signing in; also by `POST` with `List-Unsubscribe=One-Click` (RFC 8058). */
  readonly unsubscribeUrl: string;
}

/**
 * What came of an attempt. `refused` is for good: it is not tried again. `failed` is tried again later.
 *
 * `detail` is kept and shown to operators: a code, a few words. No address, no number, no secret may stand in it.
 */
export type NewsOutcome =
  | { readonly result: 'sent' }
  | { readonly result: 'refused' | 'failed'; readonly detail: string };

/** A way on which reporters can be told of news. */
export interface NewsChannel {
  /** What a reporter chose in `notifyBy`. */
  readonly name: 'email' | 'sms';
  /** The most messages that are under way at the same time. */
  readonly atOnce: number;
  /**
   * Sends one message, and tells what came of it. What it throws counts as `failed`.
   *
   * @param signal aborted when it takes too long. Whether the message went out is then unknown, and it is sent again under
   *   the same id.
   */
  send(news: News, signal: AbortSignal): Promise<NewsOutcome>;
  /** Lets go of its connections. */
  close(): Promise<void>;
}
