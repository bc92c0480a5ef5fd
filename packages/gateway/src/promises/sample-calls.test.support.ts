import type { OperationId } from '@lapor/schemas/contract';
import { sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { type SampleCall, silentReceiver } from './sample-call.test.support.ts';
import type { World } from './world.test.support.ts';

const resumable = { 'tus-resumable': '1.0.0' } as const;

type Sample = Omit<SampleCall, 'operationId'>;

const forSites = (world: World) =>
  ({
    getSite: { key: testKeys.site },
    getChallenge: { key: testKeys.site },
    suggest: {
      key: testKeys.site,
      body: {
        title: 'Jalan rusak',
        content: 'Jalan berlubang di depan pasar.',
        incident: { place: { regionCode: '13.71' } },
      },
    },
    listRegions: { key: testKeys.site, query: { parent: '13' } },
    getRegion: { key: testKeys.site, parameters: { code: '13.71' } },
    getRegionBoundaries: { key: testKeys.site, parameters: { code: '13' } },
    listInstitutions: { key: testKeys.site, query: { q: 'dinas' } },
    listCategories: { key: testKeys.site },
    submitReport: {
      key: testKeys.site,
      body: sampleReport({
        reporter: { name: 'Rosnida', phone: '+6281234567890' },
        answers: { 'nomor-tiang': 'PJU-1' },
        privacyNotice: { version: 'default-1' },
      }),
    },
    listReports: { key: testKeys.site, query: { q: 'jembatan', limit: '5' } },
    getReport: { key: testKeys.site, parameters: { trackingId: world.open.trackingId } },
    supportReport: { key: testKeys.site, parameters: { trackingId: world.open.trackingId } },
    getStatistics: { key: testKeys.site, query: { region: '13', period: 'month' } },
  }) satisfies Partial<Record<OperationId, Sample>>;

const siteKey = testKeys.site;

const forEverybody = {
  exportReportsAsCsv: { key: null, parameters: { siteKey } },
  exportReportsAsJson: { key: null, parameters: { siteKey }, query: { limit: '5' } },
  getDataPackage: { key: null, parameters: { siteKey } },
  getOpenStatistics: { key: null, parameters: { siteKey }, query: { period: 'month' } },
  getRssFeed: { key: null, parameters: { siteKey } },
  getAtomFeed: { key: null, parameters: { siteKey } },
} satisfies Partial<Record<OperationId, Sample>>;

const forReporters = ({ answered: { trackingId, token }, open }: World) =>
  ({
    replyToReport: {
      key: open.token,
      parameters: { trackingId: open.trackingId },
      body: { message: 'Apakah sudah diperiksa?' },
    },
    disputeReport: { key: token, parameters: { trackingId }, body: { reason: 'Papannya lepas lagi.' } },
    confirmReport: { key: token, parameters: { trackingId }, body: { rating: 4, comment: 'Terima kasih.' } },
    withdrawReport: {
      key: open.token,
      parameters: { trackingId: open.trackingId },
      body: { reason: 'Sudah selesai sendiri.' },
    },
  }) satisfies Partial<Record<OperationId, Sample>>;

const forUploads = ({ openUploadId: uploadId, attachment }: World) =>
  ({
    describeUploads: { key: null, headers: resumable },
    createUpload: {
      key: testKeys.site,
      headers: {
        ...resumable,
        'upload-length': '10',
        'upload-metadata': `filename ${btoa('a.pdf')},filetype ${btoa('application/pdf')}`,
      },
    },
    headUpload: { key: testKeys.site, parameters: { uploadId }, headers: resumable },
    appendUpload: {
      key: testKeys.site,
      parameters: { uploadId },
      headers: { ...resumable, 'upload-offset': '0' },
      body: new Uint8Array(10),
    },
    deleteUpload: { key: testKeys.site, parameters: { uploadId }, headers: resumable },
    downloadAttachment: {
      key: null,
      parameters: { attachmentId: attachment.id },
      query: { expires: attachment.expires, signature: attachment.signature },
    },
  }) satisfies Partial<Record<OperationId, Sample>>;

const forDesks = ({ open: { trackingId }, templateId, webhookId, deliveryId, setAside }: World) =>
  ({
    listDeskReports: { key: testKeys.admin, query: { view: 'mine', order: 'received' } },
    getDeskReport: { key: testKeys.admin, parameters: { trackingId } },
    actOnReport: {
      key: testKeys.admin,
      parameters: { trackingId },
      body: { type: 'note', message: 'Sudah ditelepon.' },
    },
    actOnReports: {
      key: testKeys.admin,
      body: { trackingIds: [trackingId], action: { type: 'note', message: 'Sudah ditelepon.' } },
    },
    auditReport: { key: testKeys.admin, parameters: { trackingId } },
    listReplyTemplates: { key: testKeys.admin },
    createReplyTemplate: { key: testKeys.admin, body: { name: 'Salam', text: 'Terima kasih.' } },
    replaceReplyTemplate: {
      key: testKeys.admin,
      parameters: { templateId },
      body: { name: 'Salam', text: 'Terima kasih banyak.' },
    },
    deleteReplyTemplate: { key: testKeys.admin, parameters: { templateId } },
    listWebhooks: { key: testKeys.admin },
    createWebhook: { key: testKeys.admin, body: { url: silentReceiver } },
    getWebhook: { key: testKeys.admin, parameters: { endpointId: webhookId } },
    changeWebhook: { key: testKeys.admin, parameters: { endpointId: webhookId }, body: { enabled: false } },
    rotateWebhookSecret: { key: testKeys.admin, parameters: { endpointId: webhookId } },
    testWebhook: { key: testKeys.admin, parameters: { endpointId: webhookId } },
    listWebhookDeliveries: { key: testKeys.admin, parameters: { endpointId: webhookId } },
    redeliverWebhook: { key: testKeys.admin, parameters: { endpointId: webhookId, deliveryId } },
    deleteWebhook: { key: testKeys.admin, parameters: { endpointId: webhookId } },
    listForwarding: { key: testKeys.admin, query: { state: 'failed', limit: '5' } },
    retryForwarding: { key: testKeys.admin, parameters: { taskId: setAside[0] }, body: { absent: true } },
    resolveForwarding: { key: testKeys.admin, parameters: { taskId: setAside[1] }, body: { upstreamId: '7002341' } },
  }) satisfies Partial<Record<OperationId, Sample>>;

const forAdmins = ({ spareKeyId }: World) =>
  ({
    listSites: { key: testKeys.admin },
    createSite: {
      key: testKeys.admin,
      body: { institutionId: 'sumbar', name: 'Situs baru', regionCode: '13', origins: ['https://baru.example'] },
    },
    getSiteSettings: { key: testKeys.admin, parameters: { siteId: 'sumbar' } },
    changeSite: {
      key: testKeys.admin,
      parameters: { siteId: 'sumbar' },
      body: { name: 'Situs Sumatera Barat', limits: { contentMax: 4000 } },
    },
    listKeys: { key: testKeys.admin },
    createKey: {
      key: testKeys.admin,
      body: { kind: 'secret', institutionId: 'sumbar.bmckt', role: 'liaisonOfficer', name: 'Kunci kantor' },
    },
    revokeKey: { key: testKeys.admin, parameters: { keyId: spareKeyId } },
    moveClock: { key: testKeys.national, body: { advance: { amount: 1, unit: 'hour' } } },
    getClock: { key: testKeys.national },
    setFaults: { key: testKeys.national, body: { faults: [] } },
    getFaults: { key: testKeys.national },
    getHealth: { key: null },
    getReadiness: { key: null },
    getMetrics: { key: null },
    getOpenApi: { key: null },
    getReference: { key: null },
  }) satisfies Partial<Record<OperationId, Sample>>;

/** One sound call of every endpoint of the contract. The compiler asks for one when the contract gets a new endpoint. */
export const sampleCalls = (world: World): SampleCall[] => {
  const samples: Record<OperationId, Sample> = {
    ...forSites(world),
    ...forEverybody,
    ...forReporters(world),
    ...forUploads(world),
    ...forDesks(world),
    ...forAdmins(world),
  };
  return Object.entries(samples).map(([operationId, sample]) => ({
    operationId: operationId as OperationId,
    ...sample,
  }));
};
