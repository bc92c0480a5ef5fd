import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@lapor/schemas';

/** A stamp as it was read back: the name of the attempt that the form is, and when the form was made. */
export interface FormStamp {
  readonly attempt: string;
  readonly madeAt: Instant;
}

const signatureOf = (secret: Uint8Array, keyId: string, attempt: string, seconds: string): string =>
  createHmac('sha256', secret).update(`form ${keyId} ${attempt} ${seconds}`).digest('base64url');

/**
 * A stamp for a new form. It names the one report that can come of it, and tells when it was made: a program cannot send
 * many reports without asking for as many forms, and waiting with each.
 */
export const writeStamp = (secret: Uint8Array, keyId: string, now: Instant): string => {
  const attempt = randomUUID();
  const seconds = String(Math.floor(Date.parse(now) / 1000));
  return `${attempt}.${seconds}.${signatureOf(secret, keyId, attempt, seconds)}`;
};

/** Reads a stamp that this gateway made for this key; `undefined` for anything else. */
export const readStamp = (secret: Uint8Array, keyId: string, stamp: string): FormStamp | undefined => {
  const [, attempt = '', seconds = '', given = ''] = /^([0-9a-f-]{36})\.(\d{1,12})\.([\w-]{43})$/.exec(stamp) ?? [];
  const expected = Buffer.from(signatureOf(secret, keyId, attempt, seconds));
  const signature = Buffer.from(given);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined;
  return { attempt, madeAt: `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z` };
};

/** Seconds that nobody needs less of, to read a page of questions and the page on which they are checked. */
export const leastSeconds = 4;

/** Seconds after which a form is made anew: a day, for a page that was left open overnight. */
const mostSeconds = 24 * 3600;

/** How long a form was at hand. */
export type Pace = 'fast' | 'late' | 'human';

/** Whether a form was sent faster than a person can, or so late that it was not this person's. */
export const paceOf = ({ madeAt }: FormStamp, now: Instant): Pace => {
  const seconds = (Date.parse(now) - Date.parse(madeAt)) / 1000;
  if (seconds < leastSeconds) return 'fast';
  return seconds > mostSeconds ? 'late' : 'human';
};
