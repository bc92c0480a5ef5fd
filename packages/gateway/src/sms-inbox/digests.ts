import { createHmac } from 'node:crypto';

/** A digest under the gateway's secret: phone numbers are so few that a plain hash of one could be tried out. */
export const digestOf = (
  secret: Uint8Array,
  purpose: 'sender' | 'content',
  ...parts: readonly (string | Uint8Array)[]
): Buffer => {
  const hmac = createHmac('sha256', secret).update(`short message ${purpose}`);
  for (const part of parts) hmac.update('\0').update(part);
  return hmac.digest();
};
