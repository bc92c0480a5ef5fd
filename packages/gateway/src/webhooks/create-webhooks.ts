import type { Courier } from '../clock-work/courier.ts';
import type { OutboxSubscriber } from '../clock-work/outbox-subscriber.ts';
import type { Engine } from '../engine/engine.ts';
import { createWebhookCourier } from './webhook-courier.ts';
import { createWebhookFigures, type WebhookFigures } from './webhook-figures.ts';
import { type WebhookOptions, type WebhookRules, webhookRulesOf } from './webhook-options.ts';
import { createWebhookSubscriber } from './webhook-subscriber.ts';

/** Everything of webhooks: who hears of events, who carries what is told, and what is counted. */
export interface Webhooks {
  readonly rules: WebhookRules;
  readonly subscriber: OutboxSubscriber;
  readonly courier: Courier;
  readonly figures: WebhookFigures;
}

/** Makes the webhooks of a gateway. Nothing is sent until its clock work runs. */
export const createWebhooks = (engine: Engine, options?: WebhookOptions): Webhooks => {
  const rules = webhookRulesOf(options);
  const figures = createWebhookFigures();
  return {
    rules,
    figures,
    subscriber: createWebhookSubscriber(engine),
    courier: createWebhookCourier(engine, rules, figures),
  };
};
