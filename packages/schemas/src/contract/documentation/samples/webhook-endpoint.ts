import type { WebhookDelivery, WebhookEndpoint } from '../../../webhook-endpoint.ts';

/** A receiver at the back office of an institution. */
export const webhookEndpoint: WebhookEndpoint = {
  id: 'whe_3tn6w9',
  institutionId: 'dishub-padang',
  url: 'https://simpel.dishub.padang.example/hooks/lapor',
  events: ['report.ownerChanged', 'report.reporterActed', 'report.deadlineNear'],
  description: 'Sistem penerangan jalan',
  enabled: true,
  createdAt: '2026-04-06T02:00:00Z',
};

/** A delivery that waits for its next attempt. */
export const webhookDelivery: WebhookDelivery = {
  id: 'dlv_8hk2m1',
  eventId: 'evt_5c9x1z',
  eventType: 'report.ownerChanged',
  state: 'queued',
  attempts: 2,
  createdAt: '2026-11-17T06:05:33Z',
  lastAttemptAt: '2026-11-17T06:05:39Z',
  nextAttemptAt: '2026-11-17T06:10:39Z',
  lastStatus: 502,
};
