import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Instant } from '@lapor/schemas';

/** Minutes for which a receipt can be opened again: long enough for a tab that the phone has thrown away, short for an address that got around. */
export const ticketMinutes = 15;

/** What a receipt page needs to know. */
export interface TicketFacts {
  readonly trackingId: string;
  readonly token: string;
}

const keys = new WeakMap<Uint8Array, Buffer>();
const keyOf = (secret: Uint8Array): Buffer => {
  const key = keys.get(secret) ?? Buffer.from(hkdfSync('sha256', secret, '', 'receipt ticket', 32));
  keys.set(secret, key);
  return key;
};

/**
 * A ticket to the receipt page for its address. The token is sealed within, so that what a log or a history keeps of the
 * address tells nothing and soon opens nothing.
 */
export const writeTicket = (secret: Uint8Array, { trackingId, token }: TicketFacts, now: Instant): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  const until = Date.parse(now) + ticketMinutes * 60_000;
  const sealed = Buffer.concat([cipher.update(JSON.stringify([trackingId, token, until])), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** Opens a ticket; `undefined` when it is none of this gateway's, or too old. */
export const readTicket = (secret: Uint8Array, ticket: string, now: Instant): TicketFacts | undefined => {
  const bytes = Buffer.from(ticket.slice(0, 1000), 'base64url');
  if (bytes.length < 29) return undefined;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    const opened = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
    const [trackingId, token, until] = JSON.parse(opened) as [string, string, number];
    return until > Date.parse(now) ? { trackingId, token } : undefined;
  } catch {
    return undefined;
  }
};
