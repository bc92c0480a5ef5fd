import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { photoWithPlace } from '../../attachments/attachments.test.support.ts';
import type { TestGateway } from '../../both-databases.test.support.ts';
import { Open311Settings } from '../../configuration/open311-settings.ts';
import type { DatabaseLocation } from '../../database/connect.ts';
import { openTestGateway, sampleReport } from '../../test-gateway.test.support.ts';
import { usePostgres } from '../../shared-postgres.test.support.ts';
import { keepPhoto } from '../fault-run.test.support.ts';
import type { ForwardingRules } from '../forwarding-options.ts';
import type { Parcel } from '../parcel.ts';
import { startListedServer } from './listed-server.test.support.ts';
import { createOpen311Connector } from './open311-connector.ts';
import { tailOf } from './request-form.ts';

const hour = 3_600_000;

type Server = Awaited<ReturnType<typeof startListedServer>>;

const settingsFor = ({ baseUrl }: Server, change: object = {}): Open311Settings =>
  Open311Settings.parse({ baseUrl, apiKey: 'kunci', format: 'json', defaultService: 'umum', ...change });

const rules: Partial<ForwardingRules> = {
  patience: 30,
  settling: 0,
  pauses: [0, 0, 0, 0, 0],
  circuitFailures: 3,
  pollPauses: [3_600, 3_600],
};

const define = (location: () => Promise<DatabaseLocation>, photos: 'none' | 'links' | 'files'): void => {
  let server: Server;
  let gateway: TestGateway;
  before(async () => {
    server = await startListedServer();
    gateway = await openTestGateway(await location(), {
      forwarding: {
        connectors: [createOpen311Connector(settingsFor(server, { photos }))],
        institutions: { sumbar: 'open311' },
        rules,
      },
    });
    gateway.clock.set(new Date().toISOString());
  });
  after(async () => {
    await gateway?.gateway.close();
    await server?.end();
  });
  afterEach(() => void Object.assign(server.habits, { tells: 'number', patience: 0, most: 1_000 }));

  const run = () => gateway.gateway.clockWork.runDue(new Date().toISOString());
  const submit = async (attachments: string[] = []): Promise<string> =>
    (await gateway.call('POST', '/v1/reports', { body: sampleReport({ attachments }) })).body.trackingId;
  const read = async (trackingId: string) => (await gateway.call('GET', `/v1/reports/${trackingId}`)).body;
  const posts = () => server.calls.filter((call) => call.startsWith('POST')).length;

  test('a token is asked for its number until there is one, and the report is sent once', async () => {
    Object.assign(server.habits, { tells: 'token', patience: 6 });
    const trackingId = await submit();
    const before_ = posts();
    await run();
    for (let turn = 0; turn < 8; turn += 1) await run();
    const { delivery } = await read(trackingId);
    assert.deepEqual([delivery.state, delivery.upstreamId], ['delivered', server.requests.at(-1)!.id]);
    assert.equal(posts(), before_ + 1);
    assert.ok(server.calls.filter((call) => call.includes('/tokens/')).length >= 7);
    // It was up all the while: nothing else had to wait.
    assert.match((await gateway.call('GET', '/metrics', { key: null })).body, /circuit_open\{connector="open311"\} 0/);
  });

  test('a server that tells neither number nor token is read until the report is in its list', async () => {
    server.habits.tells = 'nothing';
    const trackingId = await submit();
    await run();
    assert.equal((await read(trackingId)).delivery.upstreamId, server.requests.at(-1)!.id);
  });

  test(`photos go up as they are set: ${photos}`, async () => {
    const photo = await photoWithPlace(40, 30);
    const trackingId = await submit([await keepPhoto(gateway, new Uint8Array(photo))]);
    await run();
    await run();
    assert.equal((await read(trackingId)).delivery.state, 'delivered');
    const { fields } = server.requests.at(-1)!;
    const link = fields.get('media_url');
    const file = fields.get('photo1');
    assert.equal(typeof link === 'string', photos === 'links');
    assert.equal(file instanceof File, photos === 'files');
    if (file instanceof File) {
      assert.deepEqual([file.name, file.type], ['tiang.jpg', 'image/jpeg']);
      assert.deepEqual(Buffer.from(await file.arrayBuffer()), Buffer.from(photo));
    }
    if (typeof link === 'string') {
      const { pathname, search } = new URL(link);
      const fetched = await gateway.gateway.fetch(new Request(`http://localhost${pathname}${search}`));
      assert.deepEqual([fetched.status, fetched.headers.get('content-type')], [200, 'image/jpeg']);
      assert.deepEqual(Buffer.from(await fetched.arrayBuffer()), Buffer.from(photo));
    }
    assert.equal(fields.get('api_key'), 'kunci');
    assert.match(fields.get('description') as string, new RegExp(`Ref\\. ${trackingId}-`));
  });

  test('a number that nobody can find in a list that is too long is left to a person', async () => {
    server.habits.tells = 'nothing';
    server.fill(2_500, Date.now() - hour / 8, Date.now() + hour / 8);
    const trackingId = await submit();
    const sent = posts();
    await run();
    await run();
    assert.equal((await read(trackingId)).delivery.state, 'failed');
    assert.equal(posts(), sent + 1);
    const [task] = await gateway.gateway.engine.database.query<{ last_error: string }>(
      `select last_error from forwarding_task where state = 'failed'`,
      [],
    );
    assert.match(task?.last_error ?? '', new RegExp(`too long to be looked through for Ref\\. ${trackingId}-`));
  });
};

describe('a server of another make, on PGlite', () => {
  for (const photos of ['none', 'links', 'files'] as const)
    describe(`photos: ${photos}`, () => define(async () => ({ memory: true }), photos));
});

describe('a server of another make, on PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres?.end());
  define(async () => ({ url: await postgres.newDatabase() }), 'files');
});

describe('a server whose lists are full', () => {
  let server: Server;
  before(async () => void (server = await startListedServer()));
  after(() => server?.end());

  const parcel = (receivedOn: string): Parcel => ({
    trackingId: '1000001',
    marker: 'bcdfghjkmnpqrstv',
    classification: 'complaint',
    title: 'Jembatan gantung rusak',
    content: 'Papan jembatan banyak yang lepas.',
    receivedOn,
    anonymous: false,
    confidential: false,
    owner: { id: 'sumbar', name: 'Sumatera Barat' },
    files: [],
  });
  const today = new Date().toISOString().slice(0, 10);
  const look = async (sought: Parcel) => {
    const connector = createOpen311Connector(settingsFor(server));
    server.calls.length = 0;
    try {
      return await connector.lookUp('create', sought, {}, AbortSignal.timeout(60_000));
    } finally {
      await connector.close();
    }
  };
  /** Puts our report among the others. */
  const place = (sought: Parcel, at: number): string => {
    server.fill(1, at, at + 1);
    const { fields, id } = server.requests.at(-1)!;
    fields.set('description', `Jembatan\n\n${tailOf(sought)}`);
    return id;
  };

  test('is read in shorter spans until the report is found, or surely not there', async () => {
    const sought = parcel(today);
    server.requests.length = 0;
    server.fill(4_000, Date.now() - 24 * hour, Date.now());
    assert.deepEqual(await look(sought), { result: 'absent' });
    const lists = server.calls.filter((call) => call.includes('/requests.json')).length;
    assert.ok(lists > 4 && lists <= 40, `${lists} lists`);
    const id = place(sought, Date.now() - 20 * hour);
    assert.deepEqual(await look(sought), { result: 'found', upstreamId: id, facts: { id } });
  });

  test('with exactly a thousand requests is not believed to be read whole', async () => {
    const sought = parcel(today);
    server.requests.length = 0;
    const id = place(sought, Date.now() - 24 * hour);
    server.fill(1_000, Date.now() - 23 * hour, Date.now());
    assert.deepEqual(await look(sought), { result: 'found', upstreamId: id, facts: { id } });
  });

  test('within one hour is left to a person, who is told what to look for', async () => {
    const sought = parcel(today);
    server.requests.length = 0;
    // More than two lists hold: wherever the span is halved, one half is full.
    server.fill(2_500, Date.now() - hour / 8, Date.now());
    const finding = await look(sought);
    assert.ok(finding.result === 'blind', JSON.stringify(finding));
    assert.match(finding.reason, new RegExp(`too long to be looked through for ${tailOf(sought)}`));
  });

  test('over a year is read span by span, and no span is longer than the specification allows', async () => {
    const sought = parcel(new Date(Date.now() - 365 * 24 * hour).toISOString().slice(0, 10));
    server.requests.length = 0;
    server.fill(900, Date.now() - 360 * 24 * hour, Date.now());
    const id = place(sought, Date.now() - 350 * 24 * hour);
    assert.deepEqual(await look(sought), { result: 'found', upstreamId: id, facts: { id } });
  });
});
