import { WebhookEvent } from '@lapor/schemas';
import { verifyWebhook, type VerifyOptions } from './verify-webhook.ts';
import { WebhookError } from './webhook-error.ts';
import type { WebhookMessage } from './webhook-message.ts';

/** An event of a type that this version of the package does not know, from a newer gateway. */
export interface UnknownWebhookEvent {
  readonly type: 'unknown';
  /** The type as the gateway wrote it. */
  readonly rawType: string;
  readonly id: string;
  readonly timestamp: string;
  readonly data: unknown;
}

/** An event, told by its `type`. */
export type ReceivedWebhookEvent = WebhookEvent | UnknownWebhookEvent;

const parseJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // Without the cause: the sentence of a JSON parser repeats what it read.
    throw new WebhookError('bodyInvalid');
  }
};

/** What every event has, or nothing when this is none. */
const envelopeOf = (value: unknown): Omit<UnknownWebhookEvent, 'type'> | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, type, timestamp, data } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof timestamp !== 'string') return undefined;
  return { id, rawType: type, timestamp, data };
};

/**
 * Reads a message that a gateway posted to this program: checks its signature and its time, and gives the event.
 *
 * A gateway delivers at least once, and not always in order. Remember `event.id` for as long as the gateway repeats
 * deliveries, or ask the gateway how things stand now and believe that.
 *
 * @example
 * const event = await readWebhook(request, { secret: process.env.LAPOR_WEBHOOK_SECRET });
 * if (event.type === 'report.statusChanged') console.log(event.data.trackingId, event.data.status.label);
 *
 * @param message a Fetch `Request`, or headers and raw body.
 * @returns the event. One of a type that this version does not know has the type `unknown`: answer it with 2xx, or the
 * gateway sends it again.
 * @throws WebhookError when it must not be believed; TypeError when `secret` or `body` are not what they should be.
 */
export const readWebhook = async (message: WebhookMessage, options: VerifyOptions): Promise<ReceivedWebhookEvent> => {
  const value = parseJson(await verifyWebhook(message, options));
  const envelope = envelopeOf(value);
  if (envelope === undefined) throw new WebhookError('bodyInvalid');
  const { success, data, error } = WebhookEvent.safeParse(value);
  if (success) return data;
  if (error.issues.some(({ path }) => path[0] === 'type')) return { type: 'unknown', ...envelope };
  throw new WebhookError('bodyInvalid', {
    // Where it does not fit, without what stands there.
    cause: error.issues.map(({ path }) => `/${path.join('/')}`).join(', '),
  });
};
