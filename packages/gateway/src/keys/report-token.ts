import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Making a key of plain bytes costs more than all the rest of a token, so it is done once. */
const keys = new WeakMap<Uint8Array, KeyObject>();
const keyOf = (secret: Uint8Array): KeyObject => {
  const key = keys.get(secret) ?? createSecretKey(secret);
  keys.set(secret, key);
  return key;
};

/**
 * The secret part of a report's follow-up token, made from the gateway's secret and a seed that belongs to the report alone.
 *
 * It is not kept: a repeated submission makes the same one again from the seed in its receipt, and the report knows
 * only its hash.
 */
export const tokenSecret = (secret: Uint8Array, seed: string): string =>
  createHmac('sha256', keyOf(secret)).update(`report token ${seed}`).digest('base64url');

/** The hash under which a report knows the secret part of its token. */
export const hashTokenSecret = (tokenPart: string): Buffer => hash('sha256', tokenPart, 'buffer');

/** A whole token. It begins with the report's number, so that a token is found without a search. */
export const writeToken = (trackingId: string, tokenPart: string): string => `rt_${trackingId}_${tokenPart}`;

/** The number and the secret part of a token; `undefined` for what is no token. */
export const readToken = (token: string): { readonly trackingId: string; readonly tokenPart: string } | undefined => {
  const [, trackingId, tokenPart] = /^rt_(\d{1,10})_([A-Za-z0-9_-]{1,110})$/.exec(token) ?? [];
  return trackingId === undefined || tokenPart === undefined ? undefined : { trackingId, tokenPart };
};

/** Whether a token's secret part is the one whose hash is known. Takes the same time wherever they differ. */
export const isTokenSecret = (tokenPart: string, known: Uint8Array): boolean =>
  timingSafeEqual(hashTokenSecret(tokenPart), known);
