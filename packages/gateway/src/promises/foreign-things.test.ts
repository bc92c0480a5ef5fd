import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { problemStatus } from '@lapor/schemas';
import { endpoints, type OperationId } from '@lapor/schemas/contract';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { testKeys } from '../test-gateway.test.support.ts';
import { ask } from './ask.test.support.ts';
import { foreignCalls } from './foreign-things.test.support.ts';
import { rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { sampleCalls } from './sample-calls.test.support.ts';
import { storedRows } from './stored-rows.test.support.ts';
import { buildWorld, succeed, wiredOperations, type World } from './world.test.support.ts';

onBothDatabases('what is somebody else’s', (opened) => {
  let world: World;
  let samples: ReadonlyMap<OperationId, SampleCall>;
  before(async () => {
    world = await buildWorld(opened());
    const wired = await wiredOperations(opened(), sampleCalls(world));
    samples = new Map(
      sampleCalls(world).flatMap((sample) =>
        wired.includes(sample.operationId) ? [[sample.operationId, sample] as const] : [],
      ),
    );
  });

  test('is not there, and is not touched', async () => {
    const rowsBefore = await storedRows(opened().gateway.engine.database);
    const wrong: string[] = [];
    for (const { operationId, name, change, code } of foreignCalls(world)) {
      const sample = samples.get(operationId);
      if (sample === undefined) continue;
      const { status, body } = await ask(opened().gateway, rawCallOf({ ...sample, ...change }));
      const isRight =
        status === problemStatus[code] && (endpoints[operationId].method === 'HEAD' || body.code === code);
      if (!isRight) wrong.push(`${operationId}, ${name}: ${status} ${body.code} instead of ${code}`);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(await storedRows(opened().gateway.engine.database), rowsBefore);
  });

  test('is refused in the same words as what does not exist', async () => {
    const answers = await Promise.all(
      [world.confidential.trackingId, '9999999999'].map((trackingId) =>
        ask(opened().gateway, rawCallOf({ operationId: 'getReport', key: testKeys.site, parameters: { trackingId } })),
      ),
    );
    const [hidden, missing] = answers.map(({ status, body: { instance: _, ...problem } }) => ({ status, problem }));
    assert.deepEqual(hidden, missing);
  });

  test('a bulk action does what it may and tells of the rest only that it is not there', async () => {
    const trackingIds = [world.foreign.trackingId, world.open.trackingId, '9999999999'];
    const { body } = await succeed(opened(), {
      operationId: 'actOnReports',
      key: testKeys.admin,
      body: { trackingIds, action: { type: 'note', message: 'Catatan bersama.' } },
    });
    assert.deepEqual(
      body.outcomes.map((outcome: { trackingId: string; status: number; problem?: { code: string } }) => [
        outcome.trackingId,
        outcome.status,
        outcome.problem?.code,
      ]),
      [
        [world.foreign.trackingId, 404, 'notFound'],
        [world.open.trackingId, 200, undefined],
        ['9999999999', 404, 'notFound'],
      ],
    );
  });

  test('stands in nobody’s lists', async () => {
    const lists = [...samples.values()].filter(
      ({ operationId, key }) =>
        endpoints[operationId].method === 'GET' &&
        key === testKeys.admin &&
        /^[^{]*s$/.test(endpoints[operationId].path),
    );
    assert.ok(lists.length >= 4);
    const whole = await Promise.all(
      lists.map((sample) => succeed(opened(), { ...sample, key: testKeys.padangAdmin, query: {} })),
    );
    const text = JSON.stringify(whole.map(({ body }) => body));
    assert.ok(text.includes(world.foreign.trackingId), 'the city sees its own');
    for (const mark of [
      world.open.trackingId,
      world.answered.trackingId,
      world.confidential.trackingId,
      world.templateId,
      world.spareKeyId,
      world.webhookId,
      'sumbar',
    ]) {
      assert.ok(!text.includes(mark), `the city sees ${mark}`);
    }
  });

  test('every operation that names somebody’s thing was tried', () => {
    const tried = new Set(foreignCalls(world).map(({ operationId }) => operationId));
    // A region's code and a site's publishable key are on every page that embeds the form: they name nobody's thing.
    const naming = [...samples.keys()].filter((operationId) => /\{(?!code|siteKey)/.test(endpoints[operationId].path));
    // A signed link is its own permission.
    assert.deepEqual(
      naming.filter((operationId) => !tried.has(operationId)),
      ['downloadAttachment'],
    );
  });
});
