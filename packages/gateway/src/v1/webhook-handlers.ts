import type { WebhookEndpointWithSecret } from '@lapor/schemas';
import { deskIdentity } from '../desk/desk-context.ts';
import type { Engine } from '../engine/engine.ts';
import type { Handlers } from '../http/handlers.ts';
import { once } from '../http/once.ts';
import type { RequestContext } from '../http/request-context.ts';
import { fieldFault, refuseFaults } from '../refusal/field-fault.ts';
import { addressRules } from '../webhooks/address-rules.ts';
import { listDeliveries, queueAgain, queueTest } from '../webhooks/delivery-list.ts';
import { mayReceive } from '../webhooks/receiver-url.ts';
import { signingSecret } from '../webhooks/signing-secret.ts';
import {
  changeEndpoint,
  createEndpoint,
  listEndpoints,
  readEndpoint,
  removeEndpoint,
  requireOwnEndpoint,
  rotateSecret,
  type SeededEndpoint,
} from '../webhooks/webhook-endpoints.ts';
import type { WebhookRules } from '../webhooks/webhook-options.ts';
import { errandOf } from './errand-of.ts';

/** Receivers of webhooks, and what was sent to them. */
export const webhookHandlers = (engine: Engine, rules: WebhookRules): Handlers => {
  const addresses = addressRules(rules.networks);

  const checkUrl = (url: string | undefined, { language }: RequestContext): void =>
    refuseFaults(
      url === undefined || mayReceive(url, rules, addresses)
        ? []
        : [fieldFault(language, { pointer: '/url', code: 'notAllowed', facts: {} })],
    );

  /** The answer is kept without the secret, which follows from the seed. */
  const withSecret = ({ endpoint, seed }: SeededEndpoint): WebhookEndpointWithSecret => ({
    ...endpoint,
    secret: signingSecret(engine.secret, seed),
  });

  return {
    listWebhooks: async (_, context) => ({
      status: 200,
      body: { items: await listEndpoints(engine, errandOf(context)) },
    }),

    async createWebhook({ body }, context) {
      const { institutionId } = deskIdentity(context.identity);
      checkUrl(body.url, context);
      const { body: made, ...rest } = await once(engine, context, 'createWebhook', body, (transaction) =>
        createEndpoint(transaction, body, institutionId, errandOf(context)),
      );
      return { status: 201, body: withSecret(made), ...rest };
    },

    getWebhook: async ({ parameters: { endpointId } }, context) => ({
      status: 200,
      body: await readEndpoint(engine, endpointId, errandOf(context)),
    }),

    async changeWebhook({ parameters: { endpointId }, body }, context) {
      await requireOwnEndpoint(engine, endpointId, errandOf(context));
      checkUrl(body.url, context);
      return { status: 200, body: await changeEndpoint(engine, endpointId, body, errandOf(context)) };
    },

    async deleteWebhook({ parameters: { endpointId } }, context) {
      await removeEndpoint(engine, endpointId, errandOf(context));
      return { status: 204 };
    },

    async rotateWebhookSecret({ parameters: { endpointId } }, context) {
      await requireOwnEndpoint(engine, endpointId, errandOf(context));
      const { body, ...rest } = await once(engine, context, 'rotateWebhookSecret', endpointId, (transaction) =>
        rotateSecret(transaction, endpointId, errandOf(context)),
      );
      return { status: 200, body: withSecret(body), ...rest };
    },

    async testWebhook({ parameters: { endpointId } }, context) {
      await requireOwnEndpoint(engine, endpointId, errandOf(context));
      const answer = await once(engine, context, 'testWebhook', endpointId, (transaction) =>
        queueTest(transaction, endpointId, context.now),
      );
      return { status: 202, ...answer };
    },

    async listWebhookDeliveries({ parameters: { endpointId }, query }, context) {
      await readEndpoint(engine, endpointId, errandOf(context));
      return { status: 200, body: await listDeliveries(engine.database, endpointId, query) };
    },

    async redeliverWebhook({ parameters: { endpointId, deliveryId } }, context) {
      await requireOwnEndpoint(engine, endpointId, errandOf(context));
      const answer = await once(engine, context, 'redeliverWebhook', deliveryId, (transaction) =>
        queueAgain(transaction, endpointId, deliveryId),
      );
      return { status: 202, ...answer };
    },
  };
};
