import { signedContent, signingKey } from './signing-key.ts';

/** What {@link signWebhook} signs. */
export interface WebhookToSign {
  /** Names the event; the same for every attempt. */
  readonly id: string;
  /** The body, as it will be sent. */
  readonly body: string;
  /** `whsec_…` */
  readonly secret: string;
  /** @default now */
  readonly sentAt?: Date;
}

/**
 * The three headers that a gateway would put on a message: for tests of your own receiver.
 *
 * @example
 * const body = JSON.stringify({ id: 'evt_1', timestamp: '2026-11-22T01:15:50Z', type: 'webhook.test', data: { message: 'Halo' } });
 * const headers = await signWebhook({ id: 'evt_1', body, secret: process.env.LAPOR_WEBHOOK_SECRET });
 * await fetch('http://localhost:3000/lapor', { method: 'POST', headers, body });
 *
 * @throws TypeError when the secret is no `whsec_…`.
 */
export const signWebhook = async ({
  id,
  body,
  secret,
  sentAt = new Date(),
}: WebhookToSign): Promise<Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string>> => {
  const timestamp = String(Math.floor(sentAt.getTime() / 1000));
  const content = signedContent(id, timestamp, new TextEncoder().encode(body));
  const signature = await crypto.subtle.sign('HMAC', await signingKey(secret), content);
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(signature)))}`,
  };
};
