import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import * as fc from 'fast-check';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { silentLog } from '../journal/log.ts';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { describeOnBoth } from '../both-databases.test.support.ts';
import type { ForwardingRules } from './forwarding-options.ts';
import { listWaitingTasks, resolveTask, retryTasks } from './set-aside.ts';
import { sampleSettings } from './sp4n/canned-upstream.test.support.ts';
import { createSp4nConnector } from './sp4n/sp4n-connector.ts';
import { startStatefulUpstream } from './stateful-upstream.test.support.ts';

const now = '2026-03-10T02:00:00Z';

const rules: Partial<ForwardingRules> = {
  patience: 60,
  settling: 3_600,
  pauses: [0, 0, 0, 0, 0, 0, 0, 0],
  circuitFailures: 1_000,
  pollPauses: [3_600, 3_600],
};

const define = (location: () => Promise<DatabaseLocation>): void => {
  let upstream: Awaited<ReturnType<typeof startStatefulUpstream>>;
  let gateway: TestGateway;
  const told: string[] = [];
  before(async () => {
    upstream = await startStatefulUpstream();
    const connector = createSp4nConnector(sampleSettings({ baseUrl: upstream.baseUrl }));
    gateway = await openTestGateway(await location(), {
      log: { ...silentLog, warn: (_, message) => void told.push(message) },
      forwarding: { connectors: [connector], institutions: { sumbar: 'sp4n' }, rules },
    });
  });
  after(async () => {
    await gateway?.gateway.close();
    await upstream?.close();
  });
  afterEach(async () => {
    upstream.befall(() => 'none');
    upstream.list(() => true);
    told.length = 0;
    await gateway.gateway.engine.database.query('delete from forwarding_task where kind = $1', ['check']);
  });

  const desk = deskCalls(() => gateway);
  const run = () => gateway.gateway.clockWork.runDue(now);
  const database = () => gateway.gateway.engine.database;
  const read = async (trackingId: string) => (await gateway.call('GET', `/v1/reports/${trackingId}`)).body;
  const settle = async () => {
    await database().query(`update forwarding_task set next_attempt_at = now() where kind = 'check'`, []);
    await run();
  };
  /** Files one whose call a network delivers twice, and lets the settling time pass. */
  const fileTwice = async () => {
    upstream.befall(({ method, path }) =>
      method === 'POST' && path.endsWith('/complaints/complaint') ? 'deliveredTwice' : 'none',
    );
    const { trackingId, token } = await desk.submit();
    await run();
    upstream.befall(() => 'none');
    const { upstreamId } = (await read(trackingId)).delivery;
    const tag = upstream.complaints.find(({ id }) => String(id) === upstreamId)!.tag;
    const copies = upstream.complaints.filter((one) => one.tag === tag);
    assert.equal(copies.length, 2);
    return { trackingId, token, upstreamId, copies };
  };
  const checks = async (): Promise<{ state: string; attempts: number; last_error: string | null }[]> =>
    database().query(`select state, attempts, last_error from forwarding_task where kind = 'check' order by id`, []);
  const looks = () => upstream.calls.filter(({ path }) => path.includes('search=')).length;

  test('a report that stands there once is looked for once, when what is late must have come', async () => {
    const { trackingId } = await desk.submit();
    const looked = looks();
    await run();
    await run();
    assert.equal((await read(trackingId)).delivery.state, 'delivered');
    assert.equal(looks(), looked);
    await settle();
    await settle();
    assert.equal(looks(), looked + 1);
    assert.deepEqual(await checks(), [{ state: 'done', attempts: 1, last_error: null }]);
    assert.deepEqual(told, []);
  });

  test('a call that was delivered twice is put aside with both numbers, and the report goes on under its own', async () => {
    const { trackingId, token, upstreamId, copies } = await fileTwice();
    const [first, second] = copies.map(({ id }) => String(id));
    await settle();
    const [aside] = await listWaitingTasks(gateway.gateway.engine, false);
    assert.deepEqual([aside?.trackingId, aside?.kind, aside?.mayHaveArrived], [trackingId, 'check', true]);
    assert.equal(
      aside?.reason,
      `the report stands there 2 times, as ${first}, ${second}, and goes on here as ${upstreamId}. Have the others closed there, then resolve this with the number that counts`,
    );
    assert.deepEqual(told, ['a report stands more than once in the other system']);
    assert.match(
      (await gateway.call('GET', '/metrics', { key: null })).body,
      /lapor_forwarding_calls_total\{connector="sp4n",call="check",result="several"\} \d+/,
    );
    assert.equal((await read(trackingId)).delivery.state, 'delivered');
    await gateway.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message: 'Masih gelap.' } });
    await run();
    assert.deepEqual(
      copies.map(({ followUps }) => followUps.length),
      [1, 0],
    );
  });

  test('an operator says which number counts, and the report goes on under that one', async () => {
    const { trackingId, copies } = await fileTwice();
    await settle();
    const [aside] = await listWaitingTasks(gateway.gateway.engine, false);
    const other = copies[1]!;
    assert.equal(await resolveTask(gateway.gateway.engine, aside!.id, String(other.id)), true);
    assert.equal((await read(trackingId)).delivery.upstreamId, String(other.id));
    assert.deepEqual(await listWaitingTasks(gateway.gateway.engine, true), []);
    upstream.answer(other, 'Sudah kami perbaiki.', 'Ditindaklanjuti oleh Instansi');
    await run();
    assert.equal((await read(trackingId)).status.rawLabel, 'Ditindaklanjuti oleh Instansi');
  });

  test('an admin settles it at the desk, and no event is added where the number stays', async () => {
    const { trackingId, upstreamId } = await fileTwice();
    await settle();
    const { body } = await gateway.call('GET', '/v1/desk/forwarding', { key: testKeys.admin });
    assert.deepEqual([body.items.length, body.items[0].kind, body.items[0].state], [1, 'check', 'failed']);
    assert.match(body.items[0].lastError, new RegExp(`goes on here as ${upstreamId}\\.`));
    const { length } = (await read(trackingId)).timeline;
    const path = `/v1/desk/forwarding/${body.items[0].id}/resolution`;
    const settled = await gateway.call('POST', path, { key: testKeys.admin, body: { upstreamId } });
    assert.deepEqual([settled.status, settled.body.state], [200, 'done'], JSON.stringify(settled.body));
    assert.equal((await read(trackingId)).timeline.length, length);
  });

  test('one that is tried again is looked for again: gone there, it is settled', async () => {
    const { trackingId, upstreamId } = await fileTwice();
    await settle();
    assert.equal(await retryTasks(gateway.gateway.engine, {}), 1);
    await run();
    assert.equal((await checks())[0]?.state, 'failed');
    upstream.list(({ id }) => String(id) === upstreamId);
    assert.equal(await retryTasks(gateway.gateway.engine, {}), 1);
    assert.equal((await read(trackingId)).delivery.state, 'delivered');
    await run();
    assert.equal((await checks())[0]?.state, 'done');
  });

  test('a list that is late is waited for; one that never shows a report is told, and nothing is put aside', async () => {
    const { upstreamId } = await fileTwice();
    upstream.list(() => false);
    await settle();
    assert.equal((await checks())[0]?.state, 'queued');
    upstream.list(({ id }) => String(id) !== upstreamId);
    await settle();
    assert.equal((await checks())[0]?.state, 'failed', 'the other one alone is shown, and that is one too many');

    await desk.submit();
    upstream.list(() => false);
    await run();
    for (let turn = 0; turn < 8; turn += 1) await settle();
    assert.deepEqual((await checks())[1], {
      state: 'done',
      attempts: 5,
      last_error: 'it arrived, but a look there does not find it',
    });
    assert.equal(told.at(-1), 'it arrived, but a look there does not find it');
  });

  test('a reply that was delivered twice is heard with the follow-ups, is no news, and is settled by an operator', async () => {
    const { trackingId, token } = await desk.submit();
    await run();
    await settle();
    upstream.befall(({ path }) => (path.endsWith('/followup/add') ? 'deliveredTwice' : 'none'));
    await gateway.call('POST', `/v1/reports/${trackingId}/replies`, { key: token, body: { message: 'Masih gelap.' } });
    await run();
    upstream.befall(() => 'none');
    const looked = looks();
    for (let turn = 0; turn < 3; turn += 1) {
      await database().query('update forwarding set next_poll_at = now()', []);
      await run();
    }
    const report = await read(trackingId);
    const [first, again] = upstream.complaints.find(({ id }) => String(id) === report.delivery.upstreamId)!.followUps;
    const { engine } = gateway.gateway;
    const [aside] = await listWaitingTasks(engine, false);
    assert.deepEqual(
      [aside?.trackingId, aside?.kind, aside?.reason],
      [
        trackingId,
        'check',
        `the reply stands there twice, as follow-ups ${first!.id} and ${again!.id}. Have one removed there, then resolve this with the report's number`,
      ],
    );
    assert.equal(
      report.timeline.filter(({ actor }: { actor: { kind: string } }) => actor.kind === 'upstream').length,
      1,
    );
    assert.equal(await retryTasks(engine, {}), 1);
    await run();
    assert.deepEqual(await listWaitingTasks(engine, true), []);
    assert.equal(looks(), looked);
    assert.equal((await read(trackingId)).delivery.upstreamId, report.delivery.upstreamId);
  });

  test('a number given for a reply moves nothing', async () => {
    const { trackingId } = await desk.submit();
    await run();
    await settle();
    const { engine } = gateway.gateway;
    await database().query(
      `insert into forwarding_task (report_id, connector, sequence, kind, state, step) values ($1, 'sp4n', -9, 'check', 'failed', 'heard')`,
      [trackingId],
    );
    const { upstreamId } = (await read(trackingId)).delivery;
    const [aside] = await listWaitingTasks(engine, false);
    assert.equal(await resolveTask(engine, aside!.id, '31337'), true);
    assert.equal((await read(trackingId)).delivery.upstreamId, upstreamId);
  });

  const fileOnce = async () => {
    const { trackingId } = await desk.submit();
    await run();
    return (await read(trackingId)).delivery as { upstreamId: string };
  };

  test('whatever the looks meet, a double is put aside as soon as one shows it, and never without', async () => {
    const shown = fc.constantFrom('nothing', 'own', 'other', 'both', 'error');
    const scenario = fc.record({ isTwice: fc.boolean(), looks: fc.array(shown, { minLength: 1, maxLength: 4 }) });
    const check = async ({ isTwice, looks: shows }: { isTwice: boolean; looks: readonly string[] }): Promise<void> => {
      await database().query('delete from forwarding_task where kind = $1', ['check']);
      const { upstreamId } = isTwice ? await fileTwice() : await fileOnce();
      let expected = 'queued';
      for (const show of shows) {
        upstream.list(({ id }) => show === 'both' || show === (String(id) === upstreamId ? 'own' : 'other'));
        // An error is asked again at once, and then nothing is shown.
        let errors = show === 'error' ? 1 : 0;
        upstream.befall(() => ((errors -= 1) >= 0 ? 'errorBefore' : 'none'));
        if (expected === 'queued' && isTwice && (show === 'other' || show === 'both')) expected = 'failed';
        if (expected === 'queued' && (show === 'own' || show === 'both')) expected = 'done';
        await settle();
        upstream.befall(() => 'none');
        assert.equal((await checks())[0]?.state, expected, `${show} of ${shows.join(' ')}`);
      }
    };
    await fc.assert(fc.asyncProperty(scenario, check), { numRuns: 25 });
  });
};

describeOnBoth('what was delivered twice', define);
