import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type LifecycleEvent, violationsOf } from '@lapor/schemas/lifecycle';
import fc from 'fast-check';
import type { TestGateway } from '../both-databases.test.support.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { verifyReports } from '../events/verify-reports.ts';
import { newAttempt, openTestGateway, sampleReport, type TestAnswer, testKeys } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { ask } from './ask.test.support.ts';
import { type Step, steps } from './lifecycle-steps.test.support.ts';
import { rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { newFolder } from './server-process.test.support.ts';
import type { Filed } from './world.test.support.ts';

/** Histories on each database. More of them take longer and find rarer things. */
const numRuns = Number(process.env['LAPOR_LIFECYCLE_RUNS'] ?? 8);
/** The seed of this run; a failure tells it as well. `LAPOR_SEED` repeats one. */
const seed = Number(process.env['LAPOR_SEED'] ?? Math.floor(Math.random() * 0x7fffffff));

/** A report of the run, with what its reporter chose. */
interface Followed extends Filed {
  readonly anonymous: boolean;
  readonly confidential: boolean;
}

interface Chain {
  readonly events: LifecycleEvent[];
  readonly hashes: string[];
}

const reporterName = 'Rosnida Marapalam';

/** A gateway that can be ended and started again, and everything that was ever filed there. */
const createStage = (location: DatabaseLocation) => {
  let opened: TestGateway;
  const everything: Followed[] = [];
  const chains = new Map<string, Chain>();

  const open = async (): Promise<void> => void (opened = await openTestGateway(location, { sandbox: true }));
  const close = (): Promise<void> => opened.gateway.close();

  const call = async (sample: SampleCall): Promise<TestAnswer> => {
    const answer = await ask(opened.gateway, rawCallOf(sample));
    assert.ok(answer.status < 500, `${sample.operationId}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };

  const file = async ({ key, more }: Extract<Step, { do: 'file' }>): Promise<Followed> => {
    const headers = { 'idempotency-key': newAttempt() };
    const body = sampleReport({ reporter: { name: reporterName }, incident: undefined, ...more });
    const sample: SampleCall = { operationId: 'submitReport', key, body, headers };
    const first = await call(sample);
    // Nobody is at the wrong door, and nobody reports twice.
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.equal((await call(sample)).body.trackingId, first.body.trackingId);
    const { anonymous = false, confidential = false } = more as Partial<Followed>;
    return { trackingId: first.body.trackingId, token: first.body.token, anonymous, confidential };
  };

  const crash = async ({ trackingId, token }: Followed): Promise<void> => {
    const reply: SampleCall = {
      operationId: 'replyToReport',
      key: token,
      parameters: { trackingId },
      body: { message: 'Sempat terkirim?' },
      headers: { 'idempotency-key': newAttempt() },
    };
    const underWay = opened.gateway.fetch(
      new Request(`http://localhost:1708${rawCallOf(reply).path}`, {
        method: 'POST',
        headers: rawCallOf(reply).headers!,
        body: JSON.stringify(reply.body),
      }),
    );
    // PGlite that is closed in the middle of a statement ends the whole process: killed.test.ts does that to a process of its own.
    const ended = underWay.catch(() => undefined);
    if (opened.gateway.engine.database.engine === 'pglite') await ended;
    const { engine, clockWork } = opened.gateway;
    await engine.database.close();
    // What had begun there would otherwise ask the closed database for ever; in earnest it dies with the process.
    await clockWork.stop().catch(() => undefined);
    await open();
    const [first, again] = [await call(reply), await call(reply)];
    if (first.status < 300) assert.equal(again.headers.get('idempotency-replayed'), 'true');
  };

  const perform = async (reports: Followed[], step: Step): Promise<void> => {
    if (step.do === 'file') return void reports.push(await file(step));
    if (step.do === 'wait') {
      const { amount, unit } = step;
      const body = { advance: { amount, unit } };
      assert.equal((await call({ operationId: 'moveClock', key: testKeys.national, body })).status, 200);
      return;
    }
    const report = reports[step.report % reports.length]!;
    const parameters = { trackingId: report.trackingId };
    if (step.do === 'crash') return crash(report);
    if (step.do === 'support')
      return void (await call({ operationId: 'supportReport', key: testKeys.site, parameters }));
    if (step.do === 'reporter')
      return void (await call({ operationId: step.what, key: report.token, parameters, body: step.body }));
    const body =
      step.do === 'desk'
        ? step.action
        : { type: 'mergeInto', trackingId: reports[step.into % reports.length]!.trackingId };
    const { status } = await call({ operationId: 'actOnReport', key: step.key, parameters, body });
    // Most reports are none of a chosen officer's business; the national admin's they all are.
    if (status === 404) await call({ operationId: 'actOnReport', key: testKeys.national, parameters, body });
  };

  const readChains = async (): Promise<Map<string, Chain>> => {
    const rows = await opened.gateway.engine.database.query<{ number: string; event: LifecycleEvent; hash: Buffer }>(
      `select tracking_id::text as number, event, hash from report_event join report on report.id = report_id
       order by report_id, report_event.sequence`,
      [],
    );
    return new Map(
      [...Map.groupBy(rows, ({ number }) => number)].map(([number, own]) => [
        number,
        { events: own.map(({ event }) => event), hashes: own.map(({ hash }) => hash.toString('hex')) },
      ]),
    );
  };

  /** Rules 1 to 5 of the design: one owner, no dead end, nothing lost or doubled, honest clocks, events that only append. */
  const assertWhole = async (): Promise<void> => {
    const { engine } = opened.gateway;
    const now = await readChains();
    assert.deepEqual([...now.keys()].toSorted(), everything.map(({ trackingId }) => trackingId).toSorted());
    for (const [trackingId, { events, hashes }] of now) {
      assert.deepEqual(violationsOf(events), [], trackingId);
      const known = chains.get(trackingId)?.hashes ?? [];
      assert.deepEqual(hashes.slice(0, known.length), known, `${trackingId} was changed`);
      chains.set(trackingId, { events, hashes });
    }
    assert.deepEqual((await verifyReports(engine)).findings, []);
    const [ownerless] = await engine.database.query<{ count: number }>(
      `select count(*)::integer as count from report left join institution on institution.id = owner_id where institution.id is null`,
      [],
    );
    assert.equal(ownerless!.count, 0);
  };

  /** Rules 6 and 7: who is anonymous, and what is confidential. */
  const assertDiscreet = async (reports: readonly Followed[]): Promise<void> => {
    for (const { trackingId, token, anonymous, confidential } of reports) {
      const parameters = { trackingId };
      const shown = await call({ operationId: 'getReport', key: testKeys.site, parameters });
      assert.equal(shown.status, confidential ? 404 : 200);
      assert.ok(!JSON.stringify(shown.body).includes(reporterName));
      assert.equal((await call({ operationId: 'getReport', key: token, parameters })).status, 200);
      const { body } = await call({ operationId: 'getDeskReport', key: testKeys.national, parameters });
      assert.ok(body.owner.id, 'somebody has it');
      const seen = await call({ operationId: 'getDeskReport', key: testKeys.liaison, parameters });
      if (anonymous) assert.ok(!JSON.stringify(seen.body).includes(reporterName));
    }
    const hidden = reports.filter(({ confidential }) => confidential).map(({ trackingId }) => trackingId);
    const { body: feed } = await call({ operationId: 'listReports', key: testKeys.site, query: { limit: '100' } });
    for (const { trackingId } of feed.items) assert.ok(!hidden.includes(trackingId));
    assert.ok(!JSON.stringify(feed).includes(reporterName));
  };

  const live = async (history: readonly Step[]): Promise<void> => {
    const reports: Followed[] = [];
    for (const step of history) await perform(reports, step);
    everything.push(...reports);
    await assertWhole();
    await assertDiscreet(reports);
  };

  return { open, close, live, chains };
};

const onDatabase = (
  title: string,
  place: () => Promise<{ location: DatabaseLocation; remove(): Promise<unknown> }>,
) => {
  describe(`whatever people and time do, on ${title}`, { timeout: 600_000 }, () => {
    let stage: ReturnType<typeof createStage>;
    let placed: Awaited<ReturnType<typeof place>>;
    before(async () => {
      placed = await place();
      stage = createStage(placed.location);
      await stage.open();
    });
    after(async () => {
      await stage?.close();
      await placed?.remove();
    });

    test('the seven rules hold after every history', async (context) => {
      context.diagnostic(`seed ${seed}`);
      await fc.assert(
        fc.asyncProperty(steps, (history) => stage.live(history)),
        { numRuns, seed, endOnFailure: true },
      );
      const types = new Set([...stage.chains.values()].flatMap(({ events }) => events.map(({ type }) => type)));
      for (const type of ['received', 'verified', 'disposed', 'replied'] as const)
        assert.ok(types.has(type), `nothing was ${type}`);
      assert.ok(types.size >= 8, [...types].join(', '));
    });
  });
};

onDatabase('PGlite', async () => {
  const { data, remove } = await newFolder();
  return { location: { directory: `${data}/database` }, remove };
});

onDatabase('PostgreSQL', async () => {
  const postgres = await usePostgres();
  return { location: { url: await postgres.newDatabase() }, remove: () => postgres.end() };
});
