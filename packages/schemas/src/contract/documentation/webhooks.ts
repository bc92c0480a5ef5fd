import type { DocumentationOf } from './endpoint-documentation.ts';
import { webhookDelivery, webhookEndpoint } from './samples/webhook-endpoint.ts';

const secret = 'whsec_ZXhhbXBsZS1leGFtcGxlLWV4YW1wbGU=';

/** The endpoints of webhooks, in words. */
export const webhooksDocumentation: DocumentationOf<'webhooks'> = {
  listWebhooks: {
    summary: 'List receivers',
    description: 'Receivers of this institution and those below it.',
    answerExamples: { 200: { items: [webhookEndpoint] } },
  },
  createWebhook: {
    summary: 'Add a receiver',
    description:
      'From now on events are posted to `url`: all types, or those in `events`. The answer holds the signing secret, shown this once. The address must be reachable from the gateway and must not lie in a private network, unless the gateway allows that.',
    requestExamples: {
      backOffice: {
        summary: 'The back office of an institution',
        value: {
          url: webhookEndpoint.url,
          events: ['report.ownerChanged', 'report.reporterActed', 'report.deadlineNear'],
          description: 'Sistem penerangan jalan',
        },
      },
    },
    answerExamples: { 201: { ...webhookEndpoint, secret } },
  },
  getWebhook: {
    summary: 'Read one receiver',
    description: 'A receiver without its secret.',
    answerExamples: { 200: webhookEndpoint },
  },
  changeWebhook: {
    summary: 'Change a receiver',
    description: 'Only what is given changes. `enabled: true` switches on again one that the gateway had switched off.',
    requestExamples: { switchOff: { summary: 'Switch it off', value: { enabled: false } } },
    answerExamples: { 200: { ...webhookEndpoint, enabled: false } },
  },
  deleteWebhook: { summary: 'Remove a receiver', description: 'What is still queued for it is dropped.' },
  rotateWebhookSecret: {
    summary: 'Give a receiver a new secret',
    description:
      'For one day both the old and the new secret sign, so that nothing is refused while it is changed over.',
    answerExamples: { 200: { ...webhookEndpoint, secret } },
  },
  testWebhook: {
    summary: 'Send a test event',
    description: 'Queues a `webhook.test` event for this receiver alone. Its delivery is in the list like any other.',
    answerExamples: {
      202: {
        id: 'dlv_0test1',
        eventId: 'evt_0test1',
        eventType: 'webhook.test',
        state: 'queued',
        attempts: 0,
        createdAt: '2026-11-16T01:00:00Z',
      },
    },
  },
  listWebhookDeliveries: {
    summary: 'List deliveries',
    description: 'What was sent to a receiver, newest first, with its last status and its next attempt.',
    answerExamples: { 200: { items: [webhookDelivery], nextCursor: null } },
  },
  redeliverWebhook: {
    summary: 'Deliver once more',
    description: 'Queues one delivery again, with the same `webhook-id`. Works also for those that were given up.',
    answerExamples: { 202: { ...webhookDelivery, state: 'queued' } },
  },
};
