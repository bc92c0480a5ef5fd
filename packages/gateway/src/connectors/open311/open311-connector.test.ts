import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestGateway } from '../../both-databases.test.support.ts';
import { Open311Settings } from '../../configuration/open311-settings.ts';
import type { DatabaseLocation } from '../../database/connect.ts';
import { openTestGateway, sampleReport, testKeys } from '../../test-gateway.test.support.ts';
import { usePostgres } from '../../shared-postgres.test.support.ts';
import type { ForwardingRules } from '../forwarding-options.ts';
import { createOpen311Connector } from './open311-connector.ts';
import { type Mishap, startSecondGateway } from './second-gateway.test.support.ts';

const rules: ForwardingRules = {
  patience: 0.5,
  settling: 0,
  // The last is not nothing: what runs until nothing is due would run for ever against a system that is away.
  pauses: [0, 0, 0, 0, 0, 0.2],
  circuitFailures: 1_000,
  circuitPauses: [60, 60],
  pollPauses: [3_600, 3_600],
  pollClosedDays: 30,
};

type Second = Awaited<ReturnType<typeof startSecondGateway>>;

const openFirst = async (location: DatabaseLocation, second: Second, change: object = {}): Promise<TestGateway> => {
  const settings = Open311Settings.parse({
    baseUrl: second.baseUrl,
    apiKey: testKeys.admin,
    jurisdictionId: 'sumbar',
    services: { 'lampu-jalan': 'lampu-jalan', infrastruktur: 'tidak-ada-lagi' },
    defaultService: '_umum',
    updates: true,
    ...change,
  });
  const first = await openTestGateway(location, {
    forwarding: { connectors: [createOpen311Connector(settings)], institutions: { sumbar: 'open311' }, rules },
  });
  first.clock.set(new Date().toISOString());
  return first;
};

const define = (location: () => Promise<DatabaseLocation>, change: object = {}): void => {
  let second: Second;
  let first: TestGateway;
  before(async () => {
    second = await startSecondGateway();
    first = await openFirst(await location(), second, change);
  });
  after(async () => {
    await first?.gateway.close();
    await second?.end();
  });
  afterEach(() => second.befall(() => 'none'));

  const run = () => first.gateway.clockWork.runDue(new Date().toISOString());
  const database = () => first.gateway.engine.database;
  const pollNow = async () => {
    await database().query('update forwarding set next_poll_at = now()', []);
    await run();
  };
  const submit = async (parts: object = {}) => {
    const { body, status } = await first.call('POST', '/v1/reports', {
      body: sampleReport({ incident: { place: { landmark: 'di samping pasar' } }, ...parts }),
    });
    assert.equal(status, 201, JSON.stringify(body));
    return body as { trackingId: string; token: string };
  };
  const read = async (trackingId: string) => (await first.call('GET', `/v1/reports/${trackingId}`)).body;
  const there = async (trackingId: string) => {
    const { delivery } = await read(trackingId);
    assert.equal(delivery?.state, 'delivered', JSON.stringify(delivery));
    return (await second.call('GET', `/v1/desk/reports/${delivery.upstreamId}`, { key: testKeys.admin })).body;
  };
  /** Reports there that carry the number of one here. */
  const copies = async (trackingId: string): Promise<number> =>
    (
      await second.gateway.engine.database.query('select id from report where content like $1', [
        `%Ref. ${trackingId}-%`,
      ])
    ).length;
  const act = (id: string, body: object) =>
    second.call('POST', `/v1/desk/reports/${id}/actions`, { key: testKeys.admin, body });
  /** Lets something befall the first calls of a kind, and runs until everything is quiet. */
  const through = async (kind: RegExp, mishaps: readonly Mishap[]) => {
    const left = [...mishaps];
    second.befall((method, path) => (kind.test(`${method} ${path}`) ? (left.shift() ?? 'none') : 'none'));
    for (let turn = 0; turn < 8; turn += 1) await run();
  };

  test('a report goes up with its words, its service, its answers and its reporter', async () => {
    const { trackingId } = await submit({
      categoryId: 'lampu-jalan',
      answers: { 'nomor-tiang': 'PJU-9' },
      reporter: { name: 'Siti Contoh', email: 'siti@contoh.example', phone: '+62811000111' },
      incident: { place: { position: { latitude: -0.91, longitude: 100.35 }, landmark: 'di samping pasar' } },
    });
    await run();
    await run();
    const report = await there(trackingId);
    assert.equal(report.title, sampleReport().title);
    assert.ok(report.content.includes(sampleReport().content));
    assert.equal(report.category.id, 'lampu-jalan');
    assert.deepEqual(report.answers, { 'nomor-tiang': 'PJU-9' });
    assert.equal(report.reporter.name, 'Siti Contoh');
    assert.deepEqual(report.exactPlace.position, { latitude: -0.91, longitude: 100.35 });
    assert.equal(report.channel, 'open311');
    assert.equal(await copies(trackingId), 1);
  });

  test('a category without a service there, or with one that is gone, is left to whoever coordinates there', async () => {
    for (const categoryId of [undefined, 'infrastruktur']) {
      const { trackingId } = await submit(categoryId === undefined ? {} : { categoryId });
      await run();
      assert.equal((await there(trackingId)).category, undefined);
    }
  });

  test('an anonymous report names nobody, and a confidential one is not sent but put before a person', async () => {
    const reporter = { name: 'Siti Rahasia', email: 'siti.rahasia@contoh.example' };
    const anonymous = await submit({ anonymous: true, reporter });
    const confidential = await submit({ confidential: true, reporter });
    await run();
    assert.ok(!JSON.stringify(await there(anonymous.trackingId)).includes('Rahasia'));
    assert.equal(await copies(confidential.trackingId), 0);
    const [task] = await database().query<{ last_error: string }>(
      `select last_error from forwarding_task where state = 'failed' and report_id = $1`,
      [confidential.trackingId],
    );
    assert.match(task?.last_error ?? '', /confidential/);
  });

  test('whatever befalls the line, a report is there once', async () => {
    const troubles: readonly Mishap[][] = [
      ['refused'],
      ['lost'],
      ['garbage'],
      ['hangs'],
      ['lost', 'lost'],
      [{ status: 503 }],
      [{ status: 500 }, 'lost', 'garbage'],
      [{ status: 429 }],
      [{ status: 403 }],
    ];
    for (const mishaps of troubles) {
      const { trackingId } = await submit({ title: `Laporan dengan gangguan ${JSON.stringify(mishaps)}` });
      await through(/^POST \/open311\/v2\/requests/, mishaps);
      assert.equal((await read(trackingId)).delivery?.state, 'delivered', JSON.stringify(mishaps));
      assert.equal(await copies(trackingId), 1, JSON.stringify(mishaps));
    }
  });

  test('while nobody can look, a report that may have arrived is not sent again', async () => {
    const { trackingId } = await submit({ title: 'Laporan yang jawabannya hilang' });
    const left: Mishap[] = ['lost'];
    second.befall((method, path) => {
      if (method === 'POST') return left.shift() ?? 'none';
      return path.includes('/requests.') ? { status: 503 } : 'none';
    });
    second.calls.length = 0;
    for (let turn = 0; turn < 5; turn += 1) await run();
    assert.equal(second.calls.filter((call) => call.startsWith('POST')).length, 1);
    second.befall(() => 'none');
    for (let turn = 0; turn < 3; turn += 1) {
      await wait(400);
      await run();
    }
    assert.equal((await read(trackingId)).delivery.state, 'delivered');
    assert.equal(second.calls.filter((call) => call.startsWith('POST')).length, 1);
    assert.equal(await copies(trackingId), 1);
  });

  test('status and words come back once, each in its order', async () => {
    const { trackingId } = await submit();
    await run();
    const { trackingId: id } = await there(trackingId);
    await act(id, { type: 'verify' });
    await act(id, { type: 'startFollowUp', plan: 'Petugas berangkat besok.' });
    await act(id, { type: 'respond', message: 'Jembatan sudah kami perbaiki.' });
    await pollNow();
    await pollNow();
    await pollNow();
    const report = await read(trackingId);
    assert.equal(report.status.code, 'followedUp');
    const messages = report.timeline.flatMap(({ message }: { message?: string }) => message ?? []);
    assert.deepEqual(
      messages.filter((message: string) => /Petugas|Jembatan/.test(message)),
      ['Petugas berangkat besok.', 'Jembatan sudah kami perbaiki.'],
    );
    await act(id, { type: 'complete' });
    await pollNow();
    await pollNow();
    assert.equal((await read(trackingId)).status.code, 'completed');
  });

  test('what the reporter says goes up once through a bad line, and does not come back as news', async () => {
    const { trackingId, token } = await submit();
    await run();
    const { trackingId: id } = await there(trackingId);
    const reply = (message: string) =>
      first.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message } });
    for (const [index, mishaps] of ([['lost'], ['garbage'], ['refused'], [{ status: 500 }]] as Mishap[][]).entries()) {
      await reply(`Jembatannya masih goyang, kata ${index}.`);
      await through(/^POST \/open311\/v2\/servicerequestupdates/, mishaps);
    }
    await reply('Nomor saya 0813-9999-0001, hubungi kapan saja.');
    await run();
    await pollNow();
    await pollNow();
    const replies = (await there(trackingId)).timeline.filter(({ type }: { type: string }) => type === 'replied');
    assert.deepEqual(
      replies.map(({ message }: { message: string }) => message),
      [0, 1, 2, 3]
        .map((index) => `Jembatannya masih goyang, kata ${index}.`)
        .concat('Nomor saya 0813-9999-0001, hubungi kapan saja.'),
    );
    const own = (await read(trackingId)).timeline.filter(({ message }: { message?: string }) =>
      /goyang|Nomor/.test(message ?? ''),
    );
    assert.equal(own.length, 5, 'each word stands here once');
    assert.equal(
      second.calls.some((call) => call.includes(id)),
      true,
    );
  });
};

describe('the Open311 connector to a second gateway, on PGlite', () => define(async () => ({ memory: true })));

describe('the Open311 connector in JSON, on PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  define(
    async () => {
      postgres = await usePostgres();
      return { url: await postgres.newDatabase() };
    },
    { format: 'json' },
  );
  after(() => postgres?.end());
});
