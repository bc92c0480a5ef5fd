import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { endpoints } from '@lapor/schemas/contract';
import fc from 'fast-check';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { ask } from './ask.test.support.ts';
import { type rawCallOf, type SampleCall } from './sample-call.test.support.ts';
import { sampleCalls } from './sample-calls.test.support.ts';
import { spoiltCallsOf } from './spoil-call.test.support.ts';
import { storedRows, type StoredRows } from './stored-rows.test.support.ts';
import { buildWorld, wiredOperations, type World } from './world.test.support.ts';

/** Spoilt calls for each endpoint. More of them take longer and find rarer things. */
const numRuns = Number(process.env['LAPOR_FUZZ_RUNS'] ?? 40);

/** An upload that is refused for its bytes, or cut, has been begun all the same: its row is forgotten when it expires. */
const withoutUploads = ({ upload: _, upload_part: __, ...rows }: StoredRows): StoredRows => rows;

onBothDatabases('a spoilt call', (opened) => {
  let world: World;
  let samples: SampleCall[];
  before(async () => {
    world = await buildWorld(opened());
    const wired = await wiredOperations(opened(), sampleCalls(world));
    samples = sampleCalls(world).filter(({ operationId }) => wired.includes(operationId));
  });

  test(
    'gets a problem document that its endpoint documents, is never our fault, and leaves nothing behind',
    { timeout: 600_000 },
    async () => {
      const { database } = opened().gateway.engine;
      const seen = { refused: 0, taken: 0 };
      for (const sample of samples) {
        let rows = await storedRows(database);
        const isUpload = endpoints[sample.operationId].tag === 'uploads';
        const holds = async (call: ReturnType<typeof rawCallOf>): Promise<void> => {
          const { status, body } = await ask(opened().gateway, call);
          assert.ok(status < 500, `${call.method} ${call.path} → ${status} ${JSON.stringify(body)}`);
          const after = await storedRows(database);
          if (status >= 400)
            assert.deepEqual(
              isUpload ? withoutUploads(after) : after,
              isUpload ? withoutUploads(rows) : rows,
              `${call.method} ${call.path} → ${status} ${body.code} left something behind`,
            );
          rows = after;
          seen[status >= 400 ? 'refused' : 'taken'] += 1;
        };
        await fc.assert(fc.asyncProperty(spoiltCallsOf(sample), holds), { numRuns, endOnFailure: true });
      }
      assert.ok(seen.refused > samples.length * numRuns * 0.3, `only ${seen.refused} were refused`);
    },
  );
});
