import type {
  NewWebhookEndpoint,
  WebhookDelivery,
  WebhookEndpoint,
  WebhookEndpointChange,
  WebhookEndpointWithSecret,
} from '@lapor/schemas';
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  listWebhookDeliveries,
  listWebhooks,
  redeliverWebhook,
  rotateWebhookSecret,
  testWebhook,
} from '@lapor/schemas/contract';
import { call } from '../http/call.ts';
import type { CallOptions, KeyedOptions } from '../http/call-options.ts';
import type { Connection } from '../http/connection.ts';
import { listOf, type ListQuery, type PagedList } from './paged-list.ts';

/** Receivers of webhooks, and what was sent to them. What arrives is read with `@lapor/client/webhooks`. */
export interface WebhooksResource {
  /** Receivers of this institution and of those below it. @example const receivers = await client.webhooks.list(); */
  list(options?: CallOptions): Promise<readonly WebhookEndpoint[]>;
  /**
   * Adds a receiver. Its secret is in the answer and is never shown again.
   *
   * @example const { id, secret } = await client.webhooks.create({ url: 'https://siap.padang.example/lapor' });
   */
  create(endpoint: NewWebhookEndpoint, options?: KeyedOptions): Promise<WebhookEndpointWithSecret>;
  /** One receiver. @example const { enabled } = await client.webhooks.get(id); */
  get(endpointId: string, options?: CallOptions): Promise<WebhookEndpoint>;
  /** Changes a receiver, or switches it on or off. @example await client.webhooks.change(id, { enabled: false }); */
  change(endpointId: string, change: WebhookEndpointChange, options?: CallOptions): Promise<WebhookEndpoint>;
  /** Removes a receiver. @example await client.webhooks.delete(id); */
  delete(endpointId: string, options?: CallOptions): Promise<void>;
  /** Gives a receiver a new secret; both sign for a day. @example const { secret } = await client.webhooks.rotateSecret(id); */
  rotateSecret(endpointId: string, options?: KeyedOptions): Promise<WebhookEndpointWithSecret>;
  /** Sends a test event now. @example const { state } = await client.webhooks.test(id); */
  test(endpointId: string, options?: KeyedOptions): Promise<WebhookDelivery>;
  /** What was sent to a receiver, newest first. @example const failed = await client.webhooks.deliveries(id, { state: 'failed' }).toArray(); */
  deliveries(
    endpointId: string,
    query?: ListQuery<typeof listWebhookDeliveries>,
    options?: CallOptions,
  ): PagedList<WebhookDelivery>;
  /** Sends one delivery again. @example await client.webhooks.redeliver(id, delivery.id); */
  redeliver(endpointId: string, deliveryId: string, options?: KeyedOptions): Promise<WebhookDelivery>;
}

/** Makes {@link WebhooksResource} alone. @example const webhooks = createWebhooks(connect({ gateway, secretKey })); */
export const createWebhooks = (connection: Connection): WebhooksResource => {
  const named = (endpointId: string) => ({ parameters: { endpointId } });
  return {
    list: async (options) => (await call(connection, listWebhooks, { ...options })).body.items,
    create: async (body, options) => (await call(connection, createWebhook, { ...options, body })).body,
    get: async (id, options) => (await call(connection, getWebhook, { ...options, ...named(id) })).body,
    change: async (id, body, options) =>
      (await call(connection, changeWebhook, { ...options, ...named(id), body })).body,
    delete: async (id, options) => {
      await call(connection, deleteWebhook, { ...options, ...named(id) });
    },
    rotateSecret: async (id, options) =>
      (await call(connection, rotateWebhookSecret, { ...options, ...named(id) })).body,
    test: async (id, options) => (await call(connection, testWebhook, { ...options, ...named(id) })).body,
    deliveries: (id, query, options) =>
      listOf(query, options, (parts) => call(connection, listWebhookDeliveries, { ...parts, ...named(id) })),
    redeliver: async (endpointId, deliveryId, options) =>
      (await call(connection, redeliverWebhook, { ...options, parameters: { endpointId, deliveryId } })).body,
  };
};
