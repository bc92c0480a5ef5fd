/**
 * Events that a gateway sends to a back office. Being built: so far the types of what is sent.
 *
 * @module
 */
export type { WebhookEvent, WebhookEventType } from '@lapor/schemas';
