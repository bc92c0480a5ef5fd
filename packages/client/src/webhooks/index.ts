/**
 * Events that a gateway sends to a back office: who sent them, when, and what they say. For servers; needs nothing but
 * WebCrypto.
 *
 * @module
 */
export { createWebhookHandler, type WebhookHandlerOptions } from './create-webhook-handler.ts';
export { readWebhook, type ReceivedWebhookEvent, type UnknownWebhookEvent } from './read-webhook.ts';
export { signWebhook, type WebhookToSign } from './sign-webhook.ts';
export type { VerifyOptions } from './verify-webhook.ts';
export { isWebhookError, WebhookError, type WebhookFault } from './webhook-error.ts';
export type { WebhookMessage, WebhookParts } from './webhook-message.ts';
export type { WebhookEvent, WebhookEventType } from '@lapor/schemas';
