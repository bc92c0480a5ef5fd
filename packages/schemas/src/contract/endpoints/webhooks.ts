import * as z from 'zod/mini';
import { Identifier } from '../../fields/identifier.ts';
import { PageQuery, pageOf } from '../../page.ts';
import {
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
} from '../../webhook-endpoint.ts';
import { endpoint } from '../endpoint.ts';

const EndpointParameters = z.object({ endpointId: Identifier });
const DeliveryParameters = z.object({ endpointId: Identifier, deliveryId: Identifier });

/** Receivers of this institution and those below it. */
export const listWebhooks = endpoint({
  method: 'GET',
  path: '/v1/desk/webhooks',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'safe',
  answers: { 200: { schema: z.object({ items: z.array(WebhookEndpoint) }) } },
  problems: [],
});

/** Adds a receiver and shows its secret, this once. */
export const createWebhook = endpoint({
  method: 'POST',
  path: '/v1/desk/webhooks',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'keyed',
  request: { schema: NewWebhookEndpoint },
  answers: { 201: { schema: WebhookEndpointWithSecret } },
  problems: ['actionNotAllowed'],
});

/** One receiver. */
export const getWebhook = endpoint({
  method: 'GET',
  path: '/v1/desk/webhooks/{endpointId}',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'safe',
  parameters: EndpointParameters,
  answers: { 200: { schema: WebhookEndpoint } },
  problems: ['notFound'],
});

/** Changes a receiver, or switches it on or off. */
export const changeWebhook = endpoint({
  method: 'PATCH',
  path: '/v1/desk/webhooks/{endpointId}',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: EndpointParameters,
  request: { schema: WebhookEndpointChange },
  answers: { 200: { schema: WebhookEndpoint } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** Removes a receiver. */
export const deleteWebhook = endpoint({
  method: 'DELETE',
  path: '/v1/desk/webhooks/{endpointId}',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'idempotent',
  parameters: EndpointParameters,
  answers: { 204: {} },
  problems: ['notFound', 'actionNotAllowed'],
});

/** Gives a receiver a new secret. Both sign for a day, so that nothing is refused while it is changed over. */
export const rotateWebhookSecret = endpoint({
  method: 'POST',
  path: '/v1/desk/webhooks/{endpointId}/secret',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: EndpointParameters,
  answers: { 200: { schema: WebhookEndpointWithSecret } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** Sends a test event now. */
export const testWebhook = endpoint({
  method: 'POST',
  path: '/v1/desk/webhooks/{endpointId}/test',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: EndpointParameters,
  answers: { 202: { schema: WebhookDelivery } },
  problems: ['notFound', 'actionNotAllowed'],
});

/** What was sent to a receiver, newest first. */
export const listWebhookDeliveries = endpoint({
  method: 'GET',
  path: '/v1/desk/webhooks/{endpointId}/deliveries',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'safe',
  parameters: EndpointParameters,
  query: z.extend(PageQuery, {
    /** Only deliveries in this state. */
    state: z.optional(z.enum(['queued', 'delivered', 'failed'])),
  }),
  answers: { 200: { schema: pageOf(WebhookDelivery) } },
  problems: ['notFound', 'cursorInvalid'],
});

/** Sends one delivery again. */
export const redeliverWebhook = endpoint({
  method: 'POST',
  path: '/v1/desk/webhooks/{endpointId}/deliveries/{deliveryId}/redelivery',
  tag: 'webhooks',
  callers: ['desk'],
  repetition: 'keyed',
  parameters: DeliveryParameters,
  answers: { 202: { schema: WebhookDelivery } },
  problems: ['notFound', 'actionNotAllowed'],
});
