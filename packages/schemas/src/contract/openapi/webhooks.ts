import { webhookExamples } from '../documentation/webhook-examples.ts';
import type { WebhookEvent } from '../../webhook-event.ts';
import type { JsonSchema } from './json-schema.ts';

const signatureHeaders = [
  [
    'webhook-id',
    'Names the event. It stays the same when the delivery is repeated: whoever has seen it already does nothing.',
  ],
  ['webhook-timestamp', 'When this attempt was sent, in seconds since 1970. Refuse what is older than five minutes.'],
  [
    'webhook-signature',
    '`v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several, parted by spaces, while a secret is changed over.',
  ],
].map(([name, description]) => ({ name, in: 'header', required: true, description, schema: { type: 'string' } }));

const responses = {
  204: { description: 'Taken. Any other 2xx does as well. Everything else is repeated later, with growing pauses.' },
  410: { description: 'No longer wanted: the gateway switches this receiver off.' },
};

/** `report.statusChanged` → `onReportStatusChanged`. */
const operationIdOf = (type: string): string =>
  `on${type.replace(/(?:^|\.)([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;

/**
 * What the gateway posts to receivers, one webhook for each type of event.
 *
 * @param event the schema of all events, told apart by its discriminator.
 */
export const webhooks = (event: JsonSchema): Record<string, unknown> => {
  const { mapping } = event['discriminator'] as { mapping: Record<WebhookEvent['type'], string> };
  const entries = Object.entries(mapping) as [WebhookEvent['type'], string][];
  return Object.fromEntries(
    entries.map(([type, $ref]) => [
      type,
      {
        post: {
          operationId: operationIdOf(type),
          tags: ['webhooks'],
          summary: webhookExamples[type].summary,
          security: [],
          parameters: signatureHeaders,
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref }, example: webhookExamples[type].value } },
          },
          responses,
        },
      },
    ]),
  );
};
