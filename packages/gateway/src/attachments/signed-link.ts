import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Engine } from '../engine/engine.ts';

/** Minutes for which a link works at least; it works for at most twice as long. */
const minutes = 15;

const signatureOf = (secret: Uint8Array, attachmentId: string, expires: number): string =>
  createHmac('sha256', secret).update(`attachment ${attachmentId} ${expires}`).digest('base64url');

/**
 * A link to a file, good for a quarter of an hour or a little more. Links made in the same quarter are equal,
 * so that reading a report twice gives the same body and the same entity tag.
 */
export const signedLink = (
  { secret, publicUrl, clock }: Pick<Engine, 'secret' | 'publicUrl' | 'clock'>,
  attachmentId: string,
): string => {
  const period = minutes * 60;
  const expires = (Math.floor(Date.parse(clock.now()) / 1000 / period) + 2) * period;
  return `${publicUrl}/v1/attachments/${attachmentId}?expires=${expires}&signature=${signatureOf(secret, attachmentId, expires)}`;
};

/** Whether a link was made by this gateway and still works. The comparison takes the same time wherever the difference lies. */
export const isGoodLink = (
  { secret, clock }: Pick<Engine, 'secret' | 'clock'>,
  attachmentId: string,
  expires: string,
  signature: string,
): boolean => {
  const expected = Buffer.from(signatureOf(secret, attachmentId, Number(expires)));
  const given = Buffer.from(signature);
  return (
    given.length === expected.length &&
    timingSafeEqual(given, expected) &&
    Number(expires) * 1000 > Date.parse(clock.now())
  );
};
