import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { openTestGateway, sampleReport, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { silentLog } from '../journal/log.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { listWaitingTasks, resolveTask, retryTasks } from './set-aside.ts';
import { sampleSettings } from './sp4n/canned-upstream.test.support.ts';
import { createSp4nConnector } from './sp4n/sp4n-connector.ts';
import { type Mishap, startStatefulUpstream } from './stateful-upstream.test.support.ts';

const now = '2026-03-10T02:00:00Z';

const rules: ForwardingRules = {
  patience: 3,
  settling: 0,
  pauses: [0, 0, 0, 0],
  circuitFailures: 1_000,
  circuitPauses: [60, 60],
  pollPauses: [3_600, 3_600],
  pollClosedDays: 30,
};

type Upstream = Awaited<ReturnType<typeof startStatefulUpstream>>;

const openForwarding = (
  location: DatabaseLocation,
  upstream: Upstream,
  change: Partial<ForwardingRules> = {},
  told: { facts: object; message: string }[] = [],
) =>
  openTestGateway(location, {
    log: { ...silentLog, warn: (facts, message) => void told.push({ facts, message }) },
    forwarding: {
      connectors: [
        createSp4nConnector(
          sampleSettings({ baseUrl: upstream.baseUrl, institutions: { sumbar: 200, 'sumbar.gone': 202 } }),
        ),
      ],
      institutions: { sumbar: 'sp4n', 'sumbar.sosial': 'desk' },
      rules: { ...rules, ...change },
    },
  });

const define = (location: () => Promise<DatabaseLocation>): void => {
  let upstream: Upstream;
  let gateway: TestGateway;
  const told: { facts: object; message: string }[] = [];
  before(async () => {
    upstream = await startStatefulUpstream();
    gateway = await openForwarding(await location(), upstream, {}, told);
  });
  after(async () => {
    await gateway?.gateway.close();
    await upstream?.close();
  });
  afterEach(() => upstream.befall(() => 'none'));

  const desk = deskCalls(() => gateway);
  const run = () => gateway.gateway.clockWork.runDue(now);
  const database = () => gateway.gateway.engine.database;
  const read = async (trackingId: string, key: string = testKeys.site) =>
    (await gateway.call('GET', `/v1/reports/${trackingId}`, { key })).body;
  const pollNow = async () => {
    await database().query('update forwarding set next_poll_at = now()', []);
    await run();
  };
  const complaintOf = ({ delivery }: { delivery: { upstreamId: string } }) =>
    upstream.complaints.find(({ id }) => String(id) === delivery.upstreamId)!;
  const failed = async (): Promise<{ kind: string; last_error: string }[]> =>
    database().query(`select kind, last_error from forwarding_task where state = 'failed' order by id`, []);

  test('a report goes up once, and tells its number there', async () => {
    const { trackingId } = await desk.submit();
    await run();
    await run();
    const report = await read(trackingId);
    assert.equal(report.delivery.state, 'delivered');
    assert.equal(report.delivery.connector, 'sp4n');
    assert.equal(complaintOf(report).title, sampleReport().title);
    assert.deepEqual(
      report.timeline.map(({ type }: { type: string }) => type),
      ['received', 'deliveryQueued', 'delivered'],
    );
    assert.match(report.timeline[2].summary, /^Laporan sampai di SP4N-LAPOR! dengan nomor \d+\.$/);
    assert.equal(upstream.complaints.filter(({ id }) => String(id) === report.delivery.upstreamId).length, 1);
  });

  test('what the desk keeps stays here, and what is passed on to an institution with a door out goes up then', async () => {
    const kept = await desk.submit({ targetInstitutionId: 'sumbar.sosial' });
    const elsewhere = await desk.submit({}, testKeys.padangSite);
    await run();
    assert.equal((await read(kept.trackingId)).delivery, undefined);
    assert.equal((await read(elsewhere.trackingId, testKeys.padangSite)).delivery, undefined);
    await desk.done(testKeys.admin, kept.trackingId, { type: 'dispose', to: 'sumbar.bmckt' });
    await run();
    assert.equal((await read(kept.trackingId)).delivery.state, 'delivered');
  });

  test('status and words come back once, each in its order, with who has the report there', async () => {
    const { trackingId } = await desk.submit();
    await run();
    const complaint = complaintOf(await read(trackingId));
    upstream.answer(complaint, '<b>Kami cek</b> besok.', 'Diproses');
    upstream.answer(complaint, 'Sudah kami perbaiki.', 'Ditindaklanjuti oleh Instansi');
    await pollNow();
    await pollNow();
    const report = await read(trackingId);
    assert.equal(report.status.code, 'followedUp');
    assert.equal(report.status.rawLabel, 'Ditindaklanjuti oleh Instansi');
    assert.deepEqual(
      report.timeline
        .slice(3)
        .map(({ message, status }: { message?: string; status: { code: string } }) => [status.code, message]),
      [
        ['inProgress', 'Dinas PU Nasional: Kami cek besok.'],
        ['followedUp', 'Dinas PU Nasional: Sudah kami perbaiki.'],
      ],
    );
    assert.match(report.timeline[4].summary, /dan ditangani oleh Dinas PU Nasional\.$/);
    assert.equal(
      report.deadlines.some(({ kind }: { kind: string }) => kind === 'reporterResponse'),
      true,
    );
  });

  test('the reporter’s words go up in their order, and do not come back as news', async () => {
    const { trackingId, token } = await desk.submit();
    const reply = (message: string) =>
      gateway.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message } });
    await reply('Masih gelap.');
    await run();
    const complaint = complaintOf(await read(trackingId));
    upstream.answer(complaint, 'Sudah menyala.', 'Ditindaklanjuti oleh Instansi');
    await pollNow();
    await reply('Masih gelap.');
    const confirmed = await gateway.call('POST', `/v1/reports/${trackingId}/confirmation`, {
      key: token,
      body: { rating: 4 },
    });
    assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
    await run();
    await pollNow();
    await pollNow();
    assert.deepEqual(
      complaint.followUps.map(({ content }) => content),
      [
        'Masih gelap.',
        'Sudah menyala.',
        'Masih gelap.',
        'Pelapor menyatakan masalahnya sudah beres dan memberi nilai 4 dari 5.',
      ],
    );
    const { timeline } = await read(trackingId, token);
    const heard = timeline.filter(
      ({ actor, message }: { actor: { kind: string }; message?: string }) => actor.kind === 'upstream' && message,
    );
    assert.deepEqual(
      heard.map(({ message }: { message: string }) => message),
      ['Dinas PU Nasional: Sudah menyala.'],
    );
  });

  const afterSuccess: readonly Mishap[] = ['errorAfter', 'silenceAfter', 'garbageAfter', 'breakAfter', 'refusedAfter'];
  for (const mishap of [...afterSuccess, 'errorBefore'] as const) {
    test(`a report and a reply of which ${mishap} hides the end are there once`, async () => {
      let left = 2;
      // Files that are refused are: they may be sent again, and nobody looks for them.
      const meets = ({ method, path }: { method: string; path: string }): boolean =>
        method === 'POST' && !(mishap === 'refusedAfter' && path.endsWith('/file'));
      upstream.befall((call) => (meets(call) && (left -= 1) >= 0 ? mishap : 'none'));
      const attachment = await desk.upload(testKeys.site);
      await database().query(`update upload set key_id = 'key:test_sumbar' where id = $1`, [attachment]);
      const { trackingId, token } = await desk.submit({ attachments: [attachment] });
      for (let turn = 0; turn < 4; turn += 1) await run();
      const report = await read(trackingId);
      assert.equal(report.delivery.state, 'delivered', JSON.stringify(await failed()));
      const { tag } = complaintOf(report);
      assert.equal(upstream.complaints.filter((other) => other.tag === tag).length, 1);
      left = 1;
      await gateway.call('POST', `/v1/reports/${trackingId}/replies`, {
        key: token,
        body: { message: 'Terima kasih.' },
      });
      for (let turn = 0; turn < 4; turn += 1) await run();
      assert.deepEqual(
        complaintOf(report).followUps.map(({ content }) => content),
        ['Terima kasih.'],
      );
    });
  }

  test('what has no id there is counted, and what settings name without need is told', async () => {
    await desk.submit({ categoryId: 'infrastruktur' });
    await run();
    const { body } = await gateway.call('GET', '/metrics', { key: null });
    assert.match(body, /lapor_forwarding_unmapped_total\{connector="sp4n",what="category:infrastruktur"\} 1/);
    assert.deepEqual(
      told.filter(({ message }) => message.startsWith('settings name')).map(({ facts }) => facts),
      [{ connector: 'sp4n', ids: ['sumbar.gone'] }],
    );
  });

  test('what is refused for good is put aside where an operator sees it, and the report says so', async () => {
    upstream.befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const { trackingId } = await desk.submit();
    await run();
    assert.equal((await read(trackingId)).delivery.state, 'failed');
    assert.deepEqual((await failed()).at(-1), { kind: 'report', last_error: 'it answered 422' });
    await database().query(`delete from forwarding_task where state = 'failed'`, []);
  });

  test('what was put aside is tried again when an operator says so, or noted as there', async () => {
    upstream.befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const [one, other] = [await desk.submit(), await desk.submit()];
    await run();
    const { engine } = gateway.gateway;
    const aside = (await listWaitingTasks(engine, false)).toSorted(
      (a, b) => Number(a.trackingId) - Number(b.trackingId),
    );
    assert.deepEqual(
      aside.map(({ trackingId, kind, state, mayHaveArrived }) => [trackingId, kind, state, mayHaveArrived]),
      [one, other].map(({ trackingId }) => [trackingId, 'report', 'failed', false]),
    );
    upstream.befall(() => 'none');
    assert.equal(await resolveTask(engine, aside[1]!.id, '7777'), true);
    assert.equal((await read(other.trackingId)).delivery.upstreamId, '7777');
    await run();
    assert.deepEqual(
      await database().query(
        `select poll_pause, next_poll_at >= now() + interval '59 minutes' as is_later from forwarding where upstream_id = '7777'`,
        [],
      ),
      [{ poll_pause: rules.pollPauses[0], is_later: true }],
      'it was asked after at once, and goes on by the settings',
    );
    assert.equal(await retryTasks(engine, {}), 1);
    assert.equal((await read(one.trackingId)).delivery.state, 'queued');
    await run();
    assert.equal((await read(one.trackingId)).delivery.state, 'delivered');
    assert.equal(await retryTasks(engine, { id: aside[1]!.id }), 0);
    assert.equal(await resolveTask(engine, aside[0]!.id, '1'), false);
  });

  test('an admin sees at the desk what was put aside, and tries it again or notes that it is there', async () => {
    upstream.befall(({ path, method }) => (method === 'POST' && path.endsWith('/complaint') ? 'refused' : 'none'));
    const [one, other] = [await desk.submit(), await desk.submit()];
    await run();
    const list = (key: string, query = '') => gateway.call('GET', `/v1/desk/forwarding${query}`, { key });
    const decide = (id: string, decision: string, body: object, key: string = testKeys.admin) =>
      gateway.call('POST', `/v1/desk/forwarding/${id}/${decision}`, { key, body });
    const { body: first } = await list(testKeys.admin, '?limit=1');
    const { body: second } = await list(testKeys.admin, `?limit=1&cursor=${first.nextCursor}`);
    assert.equal(second.nextCursor, null);
    const aside = new Map(
      [...first.items, ...second.items].map((task: { trackingId: string; id: string }) => [task.trackingId, task]),
    );
    assert.deepEqual(new Set(aside.keys()), new Set([one.trackingId, other.trackingId]));
    const { kind, state, connector, attempts, lastError, mayHaveArrived } = first.items[0];
    assert.deepEqual(
      { kind, state, connector, attempts, lastError, mayHaveArrived },
      {
        kind: 'report',
        state: 'failed',
        connector: 'sp4n',
        attempts: 1,
        lastError: 'it answered 422',
        mayHaveArrived: false,
      },
    );
    assert.equal((await list(testKeys.national)).body.items.length, 2);
    assert.equal((await list(testKeys.admin, `?state=queued&cursor=${first.nextCursor}`)).body.code, 'cursorInvalid');
    assert.equal((await list(testKeys.liaison)).body.code, 'actionNotAllowed');
    assert.deepEqual((await list(testKeys.padangAdmin)).body, { items: [], nextCursor: null });
    const { id } = aside.get(one.trackingId)!;
    assert.equal((await decide(id, 'retry', {}, testKeys.padangAdmin)).body.code, 'notFound');
    assert.equal((await decide(id, 'retry', {}, testKeys.liaison)).body.code, 'actionNotAllowed');

    upstream.befall(() => 'none');
    const { length } = upstream.complaints;
    const retried = await decide(id, 'retry', {});
    assert.deepEqual([retried.status, retried.body.state], [202, 'queued'], JSON.stringify(retried.body));
    assert.equal((await decide(id, 'retry', {})).body.code, 'actionNotPossible');
    const resolved = await decide(aside.get(other.trackingId)!.id, 'resolution', { upstreamId: '8888' });
    assert.deepEqual([resolved.status, resolved.body.state], [200, 'done'], JSON.stringify(resolved.body));
    await run();
    await run();
    assert.equal((await read(one.trackingId)).delivery.state, 'delivered');
    assert.equal((await read(other.trackingId)).delivery.upstreamId, '8888');
    assert.equal(upstream.complaints.length, length + 1);
    assert.equal((await decide(id, 'resolution', { upstreamId: '1' })).body.code, 'actionNotPossible');
    assert.deepEqual((await list(testKeys.admin)).body.items, []);
  });

  test('a report that was withdrawn before its turn does not go up', async () => {
    const { trackingId, token } = await desk.submit();
    const { length } = upstream.complaints;
    await gateway.call('POST', `/v1/reports/${trackingId}/withdrawal`, { key: token, body: {} });
    await run();
    await run();
    assert.equal(upstream.complaints.length, length);
  });

  test('the chains of all that was forwarded are whole, and /metrics counts the calls without a word of theirs', async () => {
    assert.deepEqual((await verifyReports(gateway.gateway.engine)).findings, []);
    const { body } = await gateway.call('GET', '/metrics', { key: null });
    assert.match(body, /lapor_forwarding_calls_total\{connector="sp4n",call="step",result="done"\} \d+/);
    assert.match(body, /lapor_forwarding_circuit_open\{connector="sp4n"\} 0/);
  });
};

describe('forwarding, on PGlite', () => define(async () => ({ memory: true })));

describe('forwarding, on PostgreSQL', () => {
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  before(async () => void (postgres = await usePostgres()));
  after(() => postgres?.end());
  define(async () => ({ url: await postgres.newDatabase() }));

  test('while another system is away it is asked by one call at a time, and the report says that it waits', async () => {
    const upstream = await startStatefulUpstream();
    const opened = await openForwarding({ url: await postgres.newDatabase() }, upstream, {
      circuitFailures: 3,
      pauses: Array.from({ length: 50 }, () => 0),
    });
    try {
      const desk = deskCalls(() => opened);
      const { trackingId } = await desk.submit();
      for (let count = 0; count < 20; count += 1) await desk.submit();
      upstream.befall(() => 'errorBefore');
      for (let turn = 0; turn < 5; turn += 1) await opened.gateway.clockWork.runDue(now);
      assert.ok(upstream.calls.length < 12, `${upstream.calls.length} calls`);
      const report = (await opened.call('GET', `/v1/reports/${trackingId}`)).body;
      assert.equal(report.delivery.state, 'queued');
      assert.match((await opened.call('GET', '/metrics', { key: null })).body, /circuit_open\{connector="sp4n"\} 1/);
    } finally {
      await opened.gateway.close();
      await upstream.close();
    }
  });

  test('two replicas share the way up, and each report is there once', async () => {
    const upstream = await startStatefulUpstream();
    const url = await postgres.newDatabase();
    const replicas = [await openForwarding({ url }, upstream), await openForwarding({ url }, upstream)];
    try {
      const [one, other] = replicas as [TestGateway, TestGateway];
      const desk = deskCalls(() => one);
      const wanted = new Set<string>();
      for (let count = 0; count < 60; count += 1) wanted.add((await desk.submit()).trackingId);
      let turn = 0;
      upstream.befall(({ method }) => (method === 'POST' && (turn += 1) % 5 === 0 ? 'errorAfter' : 'none'));
      for (let round = 0; round < 6; round += 1)
        await Promise.all([one, other].map(({ gateway }) => gateway.clockWork.runDue(now)));
      const rows = await one.gateway.engine.database.query<{ upstream_id: string }>(
        'select upstream_id from forwarding',
        [],
      );
      assert.equal(rows.length, wanted.size);
      assert.equal(new Set(rows.map((row) => row.upstream_id)).size, wanted.size);
      assert.equal(upstream.complaints.length, wanted.size);
    } finally {
      for (const { gateway } of replicas) await gateway.close();
      await upstream.close();
    }
  });
});
