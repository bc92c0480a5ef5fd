import type { ProblemCode } from '@lapor/schemas';
import type { OperationId } from '@lapor/schemas/contract';
import { testKeys } from '../test-gateway.test.support.ts';
import type { SampleCall } from './sample-call.test.support.ts';
import type { World } from './world.test.support.ts';

/** A sound call with a good key, about a thing that is not the caller's. */
export interface ForeignCall {
  readonly operationId: OperationId;
  readonly name: string;
  /** What differs from the sound call of {@link sampleCalls}. */
  readonly change: Partial<Omit<SampleCall, 'operationId'>>;
  readonly code: ProblemCode;
}

const reporterOperations = ['getReport', 'replyToReport', 'confirmReport', 'disputeReport', 'withdrawReport'] as const;
const uploadOperations = ['headUpload', 'appendUpload', 'deleteUpload'] as const;
const reportOperations = ['getDeskReport', 'actOnReport', 'auditReport'] as const;
const webhookOperations = [
  'getWebhook',
  'changeWebhook',
  'deleteWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'listWebhookDeliveries',
] as const;
const templateOperations = ['replaceReplyTemplate', 'deleteReplyTemplate'] as const;

const ofReporters = ({ open, answered, confidential, foreign }: World): ForeignCall[] =>
  reporterOperations.flatMap((operationId) =>
    [
      { name: 'another report’s token', key: open.token, about: answered },
      { name: 'a token of another site’s report', key: foreign.token, about: answered },
      { name: 'a token of a confidential report on another', key: confidential.token, about: answered },
      { name: 'a token on a confidential report', key: answered.token, about: confidential },
      { name: 'a token on a report that does not exist', key: answered.token, about: { trackingId: '9999999999' } },
    ].map(({ name, key, about }): ForeignCall => ({
      operationId,
      name,
      change: { key, parameters: { trackingId: about.trackingId } },
      code: 'notFound',
    })),
  );

const ofSites = ({ confidential, openUploadId, foreignUploadId, open }: World): ForeignCall[] => [
  ...(['getReport', 'supportReport'] as const).flatMap((operationId) =>
    [testKeys.site, testKeys.padangSite].map((key): ForeignCall => ({
      operationId,
      name: `a confidential report with ${key}`,
      change: { key, parameters: { trackingId: confidential.trackingId } },
      code: 'notFound',
    })),
  ),
  ...uploadOperations.flatMap((operationId) =>
    [
      { name: 'another site’s upload', key: testKeys.site as string, uploadId: foreignUploadId },
      { name: 'a site’s upload with an officer’s key', key: testKeys.national, uploadId: openUploadId },
      { name: 'a site’s upload with a token', key: open.token, uploadId: openUploadId },
    ].map(({ name, key, uploadId }): ForeignCall => ({
      operationId,
      name,
      change: { key, parameters: { uploadId } },
      code: 'notFound',
    })),
  ),
];

const ofReceivers = ({ webhookId, deliveryId }: World): ForeignCall[] => [
  ...webhookOperations.map((operationId): ForeignCall => ({
    operationId,
    name: 'another government’s receiver of webhooks',
    change: { key: testKeys.padangAdmin, parameters: { endpointId: webhookId } },
    code: 'notFound',
  })),
  ...[testKeys.padangAdmin, testKeys.otherLiaison].map((key): ForeignCall => ({
    operationId: 'redeliverWebhook',
    name: 'a delivery to another institution’s receiver',
    change: { key, parameters: { endpointId: webhookId, deliveryId } },
    code: 'notFound',
  })),
  {
    operationId: 'redeliverWebhook',
    name: 'a delivery that does not exist',
    change: { parameters: { endpointId: webhookId, deliveryId: 'dlv_999999999' } },
    code: 'notFound',
  },
  {
    operationId: 'createWebhook',
    name: 'a receiver with an officer’s key',
    change: { key: testKeys.liaison },
    code: 'actionNotAllowed',
  },
];

/** The roads office has the answered report; the social office, the city and the ministry's other offices do not. */
const ofOffices = ({ answered, confidential, foreign, open, templateId, spareKeyId }: World): ForeignCall[] => [
  ...reportOperations.flatMap((operationId) =>
    [
      { name: 'the city’s report with the province’s key', key: testKeys.admin as string, about: foreign },
      { name: 'the province’s report with the city’s key', key: testKeys.padangAdmin, about: open },
      { name: 'one office’s report with another office’s key', key: testKeys.otherLiaison, about: answered },
      { name: 'the province’s own report with an office’s key', key: testKeys.liaison, about: open },
      { name: 'a confidential report with an office’s key', key: testKeys.liaison, about: confidential },
      { name: 'a confidential report with another government’s key', key: testKeys.padangAdmin, about: confidential },
    ].map(({ name, key, about }): ForeignCall => ({
      operationId,
      name,
      change: { key, parameters: { trackingId: about.trackingId } },
      code: 'notFound',
    })),
  ),
  ...templateOperations.map((operationId): ForeignCall => ({
    operationId,
    name: 'another government’s template',
    change: { key: testKeys.padangAdmin, parameters: { templateId } },
    code: 'notFound',
  })),
  {
    operationId: 'getSiteSettings',
    name: 'another government’s site',
    change: { key: testKeys.padangAdmin, parameters: { siteId: 'sumbar' } },
    code: 'notFound',
  },
  {
    operationId: 'changeSite',
    name: 'another government’s site',
    change: { key: testKeys.padangAdmin, parameters: { siteId: 'sumbar' } },
    code: 'notFound',
  },
  {
    operationId: 'revokeKey',
    name: 'another government’s key',
    change: { key: testKeys.padangAdmin, parameters: { keyId: spareKeyId } },
    code: 'notFound',
  },
  {
    operationId: 'createSite',
    name: 'a site for another government',
    change: { key: testKeys.padangAdmin },
    code: 'scopeInsufficient',
  },
  {
    operationId: 'createSite',
    name: 'a site with an officer’s key',
    change: { key: testKeys.liaison },
    code: 'actionNotAllowed',
  },
  {
    operationId: 'createKey',
    name: 'a key for another government',
    change: { key: testKeys.padangAdmin },
    code: 'scopeInsufficient',
  },
  {
    operationId: 'createKey',
    name: 'a key with an officer’s key',
    change: { key: testKeys.liaison },
    code: 'actionNotAllowed',
  },
  {
    operationId: 'createKey',
    name: 'a key with more rights than one’s own',
    change: { body: { kind: 'secret', institutionId: 'sumbar', role: 'nationalAdmin', name: 'Lebih tinggi' } },
    code: 'actionNotAllowed',
  },
];

const ofForwarders = ({ setAside: [taskId] }: World): ForeignCall[] =>
  (['retryForwarding', 'resolveForwarding'] as const).flatMap((operationId) => [
    {
      operationId,
      name: 'another government’s',
      change: { key: testKeys.padangAdmin, parameters: { taskId } },
      code: 'notFound',
    },
    {
      operationId,
      name: 'one that does not exist',
      change: { parameters: { taskId: 'fwt_999999999' } },
      code: 'notFound',
    },
    {
      operationId,
      name: 'an officer’s key',
      change: { key: testKeys.liaison, parameters: { taskId } },
      code: 'actionNotAllowed',
    },
  ]);

/** Every way in which somebody with a good key asks for what is somebody else's. */
export const foreignCalls = (world: World): ForeignCall[] => [
  ...ofReporters(world),
  ...ofSites(world),
  ...ofOffices(world),
  ...ofReceivers(world),
  ...ofForwarders(world),
];
