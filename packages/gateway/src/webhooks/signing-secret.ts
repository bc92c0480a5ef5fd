import { createHmac } from 'node:crypto';

/**
 * A receiver's secret, as Standard Webhooks writes it. It follows from the gateway's own secret and a seed: the database
 * need not hold it, a repeated call is shown the same, and it can still sign.
 *
 * @param gatewaySecret the gateway's own secret.
 * @param seed of this secret alone.
 */
export const signingSecret = (gatewaySecret: Uint8Array, seed: string): string =>
  `whsec_${createHmac('sha256', gatewaySecret).update(`webhook secret ${seed}`).digest('base64')}`;
