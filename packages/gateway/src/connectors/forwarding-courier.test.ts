import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { silentLog } from '../journal/log.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { describeOnBoth } from '../both-databases.test.support.ts';
import { sampleSettings } from './sp4n/canned-upstream.test.support.ts';
import { createSp4nConnector } from './sp4n/sp4n-connector.ts';
import { until } from '../until.test.support.ts';

/** Milliseconds until a call is there. */
const patience = 5_000;

const standing = { results: { data: { status_name: 'Diproses' }, data_logs: [] } };

/** A system that answers when it is told to, and knows how many ask at the same time. */
const startHeldUpstream = async () => {
  const held: (() => void)[] = [];
  const state = { holds: false, mostAtOnce: 0, filed: 0 };
  const answer = (response: ServerResponse, body: object): void =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const server = createServer((request, response) => {
    request.resume();
    if (request.method === 'POST') return answer(response, { complaint_id: (state.filed += 1) });
    if (!state.holds) return answer(response, standing);
    held.push(() => answer(response, standing));
    state.mostAtOnce = Math.max(state.mostAtOnce, held.length);
    return undefined;
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    state,
    held,
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/lapor/3.0.0`,
    async end(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
};

const define = (location: () => Promise<DatabaseLocation>): void => {
  const concurrency = 4;
  const reports = 12;
  const failures: string[] = [];
  let upstream: Awaited<ReturnType<typeof startHeldUpstream>>;
  let region: TestGateway;
  before(async () => {
    upstream = await startHeldUpstream();
    const connector = createSp4nConnector(sampleSettings({ baseUrl: upstream.baseUrl, concurrency }));
    region = await openTestGateway(await location(), {
      log: { ...silentLog, error: (_facts, message) => void failures.push(message) },
      forwarding: { connectors: [connector], institutions: { sumbar: 'sp4n' }, rules: { pollPauses: [3_600, 3_600] } },
    });
    for (let count = 0; count < reports; count += 1) await deskCalls(() => region).submit();
    await run();
  });
  after(async () => {
    await region?.gateway.close();
    await upstream?.end();
  });
  afterEach(() => {
    upstream.state.holds = false;
    for (const release of upstream.held.splice(0)) release();
  });

  const run = () => region.gateway.clockWork.runDue(region.clock.now());
  const query = (statement: string) => region.gateway.engine.database.query(statement, []);
  const makeDue = (count: number) =>
    query(
      `update forwarding set next_poll_at = now() where report_id in (select report_id from forwarding where next_poll_at > now() + interval '1 minute' order by report_id limit ${count})`,
    );

  test('a round that goes on for long uses again what it let go of when little was to be done', async () => {
    const { state, held } = upstream;
    await query(
      `update forwarding set cursor = '{"known": {"label": "Diproses", "logs": 0}}', next_poll_at = now() + interval '1 hour'`,
    );
    state.holds = true;
    await makeDue(2);
    const round = run();
    // One after another: a second worker begins when the first call went well, and both find nothing more.
    await until(() => held.length === 1, 'a call is held', patience);
    held.shift()?.();
    await until(() => held.length === 1, 'a call is held', patience);
    await wait(200);
    await makeDue(9);
    state.mostAtOnce = 0;
    for (let left = 9; left > 0; left -= 1) {
      await until(() => held.length > 0, 'a call is held', patience);
      await wait(100);
      held.shift()?.();
    }
    state.holds = false;
    for (const release of held.splice(0)) release();
    await round;
    assert.equal(state.mostAtOnce, concurrency);
  });

  test('when the database fails under all workers at once, it is told and the next round goes on', async () => {
    const { state, held } = upstream;
    await query(`update forwarding set next_poll_at = now() + interval '1 hour'`);
    await makeDue(9);
    state.holds = true;
    const round = run();
    await until(() => held.length === 1, 'a call is held', patience);
    held.shift()?.();
    await until(() => held.length === 2, 'two calls are held', patience);
    await query('alter table forwarding rename to forwarding_away');
    for (const release of held.splice(0)) release();
    await round;
    await wait(50);
    assert.ok(failures.length > 0);
    await query('alter table forwarding_away rename to forwarding');
    state.holds = false;
    await query('update forwarding set next_poll_at = now()');
    await run();
    const left = await query('select report_id from forwarding where next_poll_at <= now()');
    assert.deepEqual(left, []);
  });
};

describeOnBoth('rounds of forwarding', define);
