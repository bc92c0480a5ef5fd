import type { WebhookEvent } from '../../webhook-event.ts';
import type { Example } from './endpoint-documentation.ts';
import { reporterResponse } from './samples/deadlines.ts';
import { cityGovernment, referenceTo, transportOffice, worksOffice } from './samples/institutions.ts';
import { answered } from './samples/report.ts';

const facts = {
  trackingId: '9165816',
  classification: 'complaint',
  status: { code: 'disposed', label: 'Diteruskan ke instansi' },
  owner: referenceTo(transportOffice),
  confidential: false,
};

/** One event of each type. */
export const webhookExamples: { readonly [Type in WebhookEvent['type']]: Example<WebhookEvent & { type: Type }> } = {
  'report.received': {
    summary: 'A report was accepted',
    value: {
      id: 'evt_1a7h3d',
      timestamp: '2026-11-16T02:10:24Z',
      type: 'report.received',
      data: {
        ...facts,
        status: { code: 'unverified', label: 'Belum terverifikasi' },
        owner: referenceTo(cityGovernment),
      },
    },
  },
  'report.statusChanged': {
    summary: "A report's status changed",
    value: {
      id: 'evt_2p4k8s',
      timestamp: '2026-11-19T08:15:47Z',
      type: 'report.statusChanged',
      data: {
        ...facts,
        status: answered,
        previousStatus: { code: 'inProgress', label: 'Diproses' },
        actor: { kind: 'institution', institution: referenceTo(transportOffice) },
      },
    },
  },
  'report.ownerChanged': {
    summary: 'A report has a new owner',
    value: {
      id: 'evt_5c9x1z',
      timestamp: '2026-11-17T03:20:41Z',
      type: 'report.ownerChanged',
      data: { ...facts, owner: referenceTo(cityGovernment), previousOwner: referenceTo(worksOffice), how: 'returned' },
    },
  },
  'report.reporterActed': {
    summary: 'The reporter wrote, confirmed, disputed or withdrew',
    value: {
      id: 'evt_6m2q7v',
      timestamp: '2026-11-20T11:42:09Z',
      type: 'report.reporterActed',
      data: { ...facts, status: { code: 'completed', label: 'Selesai' }, action: 'confirmed', sequence: 9 },
    },
  },
  'report.deadlineNear': {
    summary: 'A deadline is near',
    value: {
      id: 'evt_7w3b5n',
      timestamp: '2026-12-02T01:00:00Z',
      type: 'report.deadlineNear',
      data: { ...facts, status: answered, deadline: reporterResponse },
    },
  },
  'report.deadlineMissed': {
    summary: 'A deadline has passed',
    value: {
      id: 'evt_8t6c2j',
      timestamp: '2026-12-03T17:00:00Z',
      type: 'report.deadlineMissed',
      data: { ...facts, status: answered, deadline: { ...reporterResponse, state: 'missed' } },
    },
  },
  'report.deliveryChanged': {
    summary: 'The way to the upstream system changed',
    value: {
      id: 'evt_9d1r4g',
      timestamp: '2026-11-16T02:11:02Z',
      type: 'report.deliveryChanged',
      data: {
        ...facts,
        delivery: { state: 'delivered', connector: 'sp4n', upstreamId: '9165816', at: '2026-11-16T02:11:02Z' },
      },
    },
  },
  'webhook.test': {
    summary: 'Somebody pressed "send a test"',
    value: {
      id: 'evt_0test1',
      timestamp: '2026-11-16T01:00:00Z',
      type: 'webhook.test',
      data: { message: 'This is a test.' },
    },
  },
};
