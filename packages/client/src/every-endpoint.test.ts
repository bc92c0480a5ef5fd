import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Endpoint, endpoints, type OperationId } from '@lapor/schemas/contract';
import { createDeskClient, type DeskClient, LaporError } from './index.ts';

const report = {
  classification: 'complaint',
  title: 'Judul laporan',
  content: 'Isi laporan yang cukup panjang.',
} as const;
const token = { token: 'rt_tidakadatokenini1' };
const file = new Blob(['%PDF-1.7']);
const large = new Blob([new Uint8Array(500_000)]);
const link = 'https://lapor.example/v1/attachments/upl_1?expires=1&signature=a';

/** The table's endpoints by the method, or two, of the client that calls each. The compiler says when one is missing. */
const methods: Record<OperationId, readonly [name: string, call: (client: DeskClient) => Promise<unknown>]> = {
  getSite: ['site.get', (client) => client.site.get()],
  getChallenge: ['site.challenge', (client) => client.site.challenge()],
  suggest: ['suggestions.get', (client) => client.suggestions.get({ content: 'Jalan berlubang' })],
  listRegions: ['regions.list', (client) => client.regions.list({ parent: '13' }).page()],
  getRegion: ['regions.get', (client) => client.regions.get('13.71')],
  getRegionBoundaries: ['regions.boundaries', (client) => client.regions.boundaries('13')],
  listInstitutions: ['institutions.list', (client) => client.institutions.list().page()],
  listCategories: ['categories.list', (client) => client.categories.list().page()],
  submitReport: ['reports.submit', (client) => client.reports.submit(report)],
  listReports: ['reports.list', (client) => client.reports.list().page()],
  getReport: ['reports.get', (client) => client.reports.get('9165816')],
  replyToReport: ['reports.reply', (client) => client.reports.reply('9165816', { message: 'Ya.' }, token)],
  supportReport: ['reports.support', (client) => client.reports.support('9165816')],
  confirmReport: ['reports.confirm', (client) => client.reports.confirm('9165816', { rating: 5 }, token)],
  disputeReport: ['reports.dispute', (client) => client.reports.dispute('9165816', { reason: 'Belum.' }, token)],
  withdrawReport: ['reports.withdraw', (client) => client.reports.withdraw('9165816', {}, token)],
  describeUploads: ['operation.uploads', (client) => client.operation.uploads()],
  createUpload: ['attachments.upload', (client) => client.attachments.upload(file)],
  headUpload: ['attachments.upload', (client) => client.attachments.upload(large)],
  appendUpload: ['attachments.uploadAll', (client) => client.attachments.uploadAll([large])],
  deleteUpload: ['attachments.delete', (client) => client.attachments.delete('upl_1')],
  downloadAttachment: ['desk.download', (client) => client.desk.download(link)],
  getStatistics: ['statistics.get', (client) => client.statistics.get()],
  exportReportsAsCsv: ['openData.csv', (client) => client.openData.csv('pk_tes')],
  exportReportsAsJson: ['openData.rows', (client) => client.openData.rows('pk_tes').page()],
  getDataPackage: ['openData.describe', (client) => client.openData.describe('pk_tes')],
  getOpenStatistics: ['openData.statistics', (client) => client.openData.statistics('pk_tes')],
  getRssFeed: ['openData.rss', (client) => client.openData.rss('pk_tes')],
  getAtomFeed: ['openData.atom', (client) => client.openData.atom('pk_tes')],
  listDeskReports: ['desk.list', (client) => client.desk.list().page()],
  getDeskReport: ['desk.get', (client) => client.desk.get('9165816')],
  actOnReport: ['desk.act', (client) => client.desk.act('9165816', { type: 'verify' })],
  actOnReports: ['desk.actOnAll', (client) => client.desk.actOnAll(['9165816'], { type: 'verify' })],
  auditReport: ['desk.audit', (client) => client.desk.audit('9165816')],
  listReplyTemplates: ['desk.templates.list', (client) => client.desk.templates.list()],
  createReplyTemplate: ['desk.templates.create', (client) => client.desk.templates.create({ name: 'a', text: 'b' })],
  replaceReplyTemplate: [
    'desk.templates.replace',
    (client) => client.desk.templates.replace('t1', { name: 'a', text: 'b' }),
  ],
  deleteReplyTemplate: ['desk.templates.delete', (client) => client.desk.templates.delete('t1')],
  listWebhooks: ['webhooks.list', (client) => client.webhooks.list()],
  createWebhook: ['webhooks.create', (client) => client.webhooks.create({ url: 'https://siap.example/lapor' })],
  getWebhook: ['webhooks.get', (client) => client.webhooks.get('w1')],
  changeWebhook: ['webhooks.change', (client) => client.webhooks.change('w1', {})],
  deleteWebhook: ['webhooks.delete', (client) => client.webhooks.delete('w1')],
  rotateWebhookSecret: ['webhooks.rotateSecret', (client) => client.webhooks.rotateSecret('w1')],
  testWebhook: ['webhooks.test', (client) => client.webhooks.test('w1')],
  listWebhookDeliveries: ['webhooks.deliveries', (client) => client.webhooks.deliveries('w1').page()],
  redeliverWebhook: ['webhooks.redeliver', (client) => client.webhooks.redeliver('w1', 'd1')],
  listForwarding: ['forwarding.list', (client) => client.forwarding.list().page()],
  retryForwarding: ['forwarding.retry', (client) => client.forwarding.retry('fwt_1')],
  resolveForwarding: ['forwarding.resolve', (client) => client.forwarding.resolve('fwt_1', '9165816')],
  listSites: ['sites.list', (client) => client.sites.list()],
  createSite: [
    'sites.create',
    (client) => client.sites.create({ institutionId: 'padang', name: 'Padang', regionCode: '13.71', origins: [] }),
  ],
  getSiteSettings: ['sites.get', (client) => client.sites.get('padang')],
  changeSite: ['sites.change', (client) => client.sites.change('padang', {})],
  listKeys: ['keys.list', (client) => client.keys.list()],
  createKey: ['keys.create', (client) => client.keys.create({ kind: 'publishable', siteId: 'padang', name: 'a' })],
  revokeKey: ['keys.revoke', (client) => client.keys.revoke('k1')],
  moveClock: ['sandbox.move', (client) => client.sandbox.move({ now: '2026-11-26T00:00:00Z' })],
  getClock: ['sandbox.clock', (client) => client.sandbox.clock()],
  setFaults: ['sandbox.setFaults', (client) => client.sandbox.setFaults({ faults: [] })],
  getFaults: ['sandbox.faults', (client) => client.sandbox.faults()],
  getHealth: ['operation.health', (client) => client.operation.health()],
  getReadiness: ['operation.readiness', (client) => client.operation.readiness()],
  getMetrics: ['operation.metrics', (client) => client.operation.metrics()],
  getOpenApi: ['operation.openApi', (client) => client.operation.openApi()],
  getReference: ['operation.reference', (client) => client.operation.reference()],
};

const table: readonly (readonly [string, Endpoint])[] = Object.entries(endpoints);

/** Which endpoint of the table a request reaches; the literal path wins over one with a parameter. */
const endpointOf = (method: string, path: string): string | undefined =>
  table
    .filter(([, endpoint]) => endpoint.method === method)
    .toSorted(([, one], [, other]) => one.path.split('{').length - other.path.split('{').length)
    .find(([, endpoint]) => new RegExp(`^${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path))?.[0];

/** A client whose calls go nowhere, and the endpoints that they would have reached. A begun upload is as far as it gets. */
const recording = () => {
  const reached: (string | undefined)[] = [];
  const client = createDeskClient({
    gateway: 'https://lapor.example/tingkat',
    secretKey: 'sk_tes',
    retries: 0,
    fetch: async (input, { method = 'GET', headers }) => {
      const { pathname } = new URL(input);
      assert.ok(pathname.startsWith('/tingkat/'), 'the path of the gateway is kept');
      reached.push(endpointOf(method, pathname.slice('/tingkat'.length)));
      const isBegun = method === 'POST' && pathname.endsWith('/uploads');
      if (isBegun && (headers as Record<string, string>)['upload-length'] === '500000') {
        return new Response(null, {
          status: 201,
          headers: { location: '/tingkat/v1/uploads/upl_1', 'tus-resumable': '1.0.0' },
        });
      }
      throw new TypeError('fetch failed');
    },
  });
  return { client, reached };
};

for (const [id, [name, call]] of Object.entries(methods)) {
  test(`${id} is called by client.${name}`, async () => {
    const { client, reached } = recording();
    await call(client).catch((error: unknown) => assert.ok(error instanceof LaporError, String(error)));
    // What is unfinished is asked for when it is sent again.
    if (id === 'headUpload') await call(client).catch(() => {});
    assert.ok(reached.includes(id), `reached ${reached.join(', ')}`);
    assert.ok(!reached.includes(undefined), 'a path that is not in the table');
  });
}

test('no method of the client is without its endpoint', () => {
  const namesOf = (part: object, path: string): string[] =>
    Object.entries(part).flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'function' ? [`${path}${name}`] : namesOf(value as object, `${path}${name}.`),
    );
  const known = new Set(Object.values(methods).map(([name]) => name));
  assert.deepEqual(
    namesOf(recording().client, '').filter((name) => !known.has(name)),
    [],
  );
  assert.deepEqual(Object.keys(methods), Object.keys(endpoints));
});
