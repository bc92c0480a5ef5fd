import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { type ProblemCode, problemStatus } from '@lapor/schemas';
import { type Endpoint, endpoints } from '@lapor/schemas/contract';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { ask } from './ask.test.support.ts';
import { addSpoiltKeys, type Credential, credentialsIn, expectedRefusal } from './credentials.test.support.ts';
import { rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { sampleCalls } from './sample-calls.test.support.ts';
import { storedRows } from './stored-rows.test.support.ts';
import { buildWorld, wiredOperations, type World } from './world.test.support.ts';

/** What only a wrong credential brings about. */
const credentialCodes: ReadonlySet<ProblemCode> = new Set([
  'keyMissing',
  'keyUnknown',
  'scopeInsufficient',
  'originNotAllowed',
]);

onBothDatabases('wrong credentials', (opened) => {
  let world: World;
  let samples: SampleCall[];
  before(async () => {
    world = await buildWorld(opened());
    await addSpoiltKeys(opened());
    const wired = await wiredOperations(opened(), sampleCalls(world));
    samples = sampleCalls(world).filter(({ operationId }) => wired.includes(operationId));
  });

  const answerTo = (sample: SampleCall, { headers }: Credential) =>
    ask(opened().gateway, rawCallOf({ ...sample, key: null, headers: { ...sample.headers, ...headers } }));

  test('every endpoint refuses every wrong credential with the code of the contract, and keeps nothing of it', async () => {
    const rowsBefore = await storedRows(opened().gateway.engine.database);
    const wrong: string[] = [];
    for (const sample of samples) {
      for (const credential of credentialsIn(world)) {
        const expected = expectedRefusal(endpoints[sample.operationId], credential);
        if (expected === undefined) continue;
        const { status, body, headers } = await answerTo(sample, credential);
        // The answer to a HEAD has no body: its status tells.
        const isRight =
          status === problemStatus[expected] &&
          (endpoints[sample.operationId].method === 'HEAD' || body.code === expected);
        if (!isRight)
          wrong.push(`${sample.operationId} with ${credential.name}: ${status} ${body.code} instead of ${expected}`);
        if (expected === 'originNotAllowed' && headers.get('access-control-allow-origin') === 'https://palsu.example')
          wrong.push(`${sample.operationId} lets a foreign page read`);
      }
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(await storedRows(opened().gateway.engine.database), rowsBefore);
  });

  test('an endpoint that asks for no key looks at none', async () => {
    const open = samples.filter(({ operationId }) => (endpoints[operationId] as Endpoint).callers.includes('anyone'));
    assert.ok(open.length >= 4);
    for (const sample of open) {
      const without = (await ask(opened().gateway, rawCallOf(sample))).status;
      for (const credential of credentialsIn(world))
        assert.equal(
          (await answerTo(sample, credential)).status,
          without,
          `${sample.operationId} with ${credential.name}`,
        );
    }
  });

  test('a credential of a kind that an endpoint takes is not refused for its kind', async () => {
    const reading = samples.filter(({ operationId }) => (endpoints[operationId] as Endpoint).repetition === 'safe');
    let taken = 0;
    for (const sample of reading) {
      for (const credential of credentialsIn(world)) {
        if (credential.kind === undefined || expectedRefusal(endpoints[sample.operationId], credential) !== undefined)
          continue;
        const { body } = await answerTo(sample, credential);
        assert.ok(!credentialCodes.has(body.code), `${sample.operationId} with ${credential.name}: ${body.code}`);
        taken += 1;
      }
    }
    assert.ok(taken > 20);
  });

  test('neither a key nor a token lies anywhere in the database', async () => {
    const { database } = opened().gateway.engine;
    const tables = await database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
      [],
    );
    const secrets = [world.open.token, world.confidential.token, 'sk_test_national', 'pk_test_sumbar'];
    for (const { name } of tables) {
      const rows = await database.query<{ row: string }>(`select to_jsonb(row)::text as row from ${name} as row`, []);
      for (const { row } of rows)
        for (const secret of secrets) assert.ok(!row.includes(secret), `${name} holds ${secret}: ${row.slice(0, 300)}`);
    }
  });
});
