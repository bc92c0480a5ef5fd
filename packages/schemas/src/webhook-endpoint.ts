import * as z from 'zod/mini';
import { Identifier } from './fields/identifier.ts';
import { Instant } from './fields/instant.ts';
import { openSet } from './fields/open-set.ts';
import { writtenLine } from './fields/written-text.ts';
import { WebhookEventType } from './webhook-event.ts';

const Url = z.url({ protocol: /^https?$/, normalize: true }).check(z.maxLength(2000));

/** A new receiver of webhooks. */
export const NewWebhookEndpoint = z.strictObject({
  url: Url,
  /** Which events; all of them when left out. */
  events: z.optional(z.array(WebhookEventType).check(z.minLength(1))),
  description: z.optional(writtenLine(0, 200)),
});
/** What {@link NewWebhookEndpoint} parses to. */
export type NewWebhookEndpoint = z.infer<typeof NewWebhookEndpoint>;

/** A change to a receiver: only what is given changes. */
export const WebhookEndpointChange = z.strictObject({
  url: z.optional(Url),
  events: z.optional(z.array(WebhookEventType).check(z.minLength(1))),
  description: z.optional(writtenLine(0, 200)),
  enabled: z.optional(z.boolean()),
});
/** What {@link WebhookEndpointChange} parses to. */
export type WebhookEndpointChange = z.infer<typeof WebhookEndpointChange>;

/** A receiver of webhooks. Its secret is shown once, when it is made or rotated. */
export const WebhookEndpoint = z.object({
  id: Identifier,
  /** The institution whose reports, and those of all below it, it hears of. */
  institutionId: Identifier,
  url: z.string(),
  events: z.array(z.string()),
  description: z.optional(z.string()),
  enabled: z.boolean(),
  createdAt: Instant,
  /** Why the gateway switched it off by itself, for instance after 410 Gone. */
  disabledReason: z.optional(z.string()),
});
/** What {@link WebhookEndpoint} parses to. */
export type WebhookEndpoint = z.infer<typeof WebhookEndpoint>;

/** A receiver together with its signing secret `whsec_…` (Standard Webhooks). */
export const WebhookEndpointWithSecret = z.extend(WebhookEndpoint, { secret: z.string() });
/** What {@link WebhookEndpointWithSecret} parses to. */
export type WebhookEndpointWithSecret = z.infer<typeof WebhookEndpointWithSecret>;

/** One attempt, or row of attempts, to deliver one event to one receiver. */
export const WebhookDelivery = z.object({
  id: Identifier,
  eventId: Identifier,
  eventType: z.string(),
  /** `failed`: given up; it can be delivered again by hand. An open set. */
  state: openSet(z.enum(['queued', 'delivered', 'failed'])),
  attempts: z.int().check(z.minimum(0)),
  createdAt: Instant,
  lastAttemptAt: z.optional(Instant),
  nextAttemptAt: z.optional(Instant),
  /** The receiver's last status, or why there was none. */
  lastStatus: z.optional(z.int()),
  lastError: z.optional(z.string()),
});
/** What {@link WebhookDelivery} parses to. */
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;
