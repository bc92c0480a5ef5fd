import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Language } from '@lapor/schemas';
import type { Engine } from '../engine/engine.ts';
import type { NewsChannel } from './news-channel.ts';

/** For which report, on which channel, news is stopped and asked for again. */
export interface NewsChoice {
  readonly trackingId: string;
  readonly channel: NewsChannel['name'];
}

const keys = new WeakMap<Uint8Array, Buffer>();
const keyOf = (secret: Uint8Array): Buffer => {
  const key = keys.get(secret) ?? Buffer.from(hkdfSync('sha256', secret, '', 'news', 32));
  keys.set(secret, key);
  return key;
};

/** A keyed digest for what has to do with news: nobody who does not have the gateway's secret can make it. */
export const newsDigest = (secret: Uint8Array, ...parts: readonly string[]): Buffer =>
  createHmac('sha256', keyOf(secret)).update(JSON.stringify(parts)).digest();

const proofOf = (secret: Uint8Array, { trackingId, channel }: NewsChoice): Buffer =>
  newsDigest(secret, 'choice', trackingId, channel).subarray(0, 16);

/**
 * Where news of a report is stopped and asked for again, without signing in (RFC 8058). Whoever has the address can do
 * that and nothing else: it opens no report. It does not end, because a message may be found years later.
 */
export const newsLink = ({ publicUrl, secret }: Engine, choice: NewsChoice, language: Language): string => {
  const query = new URLSearchParams({
    lang: language,
    number: choice.trackingId,
    channel: choice.channel,
    proof: proofOf(secret, choice).toString('base64url'),
  });
  return `${publicUrl}/forms/news?${query.toString()}`;
};

/** What an address of {@link newsLink} is about; `undefined` when it is none of this gateway's. */
export const readNewsLink = (secret: Uint8Array, query: URLSearchParams): NewsChoice | undefined => {
  const [trackingId = '', channel, proof = ''] = ['number', 'channel', 'proof'].map((name) => query.get(name) ?? '');
  if (channel !== 'email' && channel !== 'sms') return undefined;
  const choice = { trackingId, channel } as const;
  const [given, wanted] = [Buffer.from(proof.slice(0, 100), 'base64url'), proofOf(secret, choice)];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? choice : undefined;
};
