import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Statistics } from '@lapor/schemas';
import { createGateway, type Gateway } from '../create-gateway.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { filledMemory } from '../database/filled-memory.test.support.ts';

let gateway: Gateway;

before(async () => {
  gateway = await createGateway({ database: await filledMemory(), clock: { now: () => '2026-11-22T03:00:00Z' } });
  await loadDemo(gateway.engine);
});
after(() => gateway.close());

const read = async (query = ''): Promise<Statistics> => {
  const response = await gateway.fetch(
    new Request(`http://localhost:1708/v1/statistics?${query}`, {
      headers: { authorization: 'Bearer pk_demo_sumenep' },
    }),
  );
  assert.equal(response.status, 200);
  return (await response.json()) as Statistics;
};

test('Sumenep shows the figures of its article, with everything small hidden', async () => {
  const { byPeriod, total } = await read();
  assert.deepEqual(
    byPeriod.map(({ key, count }) => [key, count]),
    [
      ['2020', 42],
      ['2021', 12],
      ['2022', 31],
      ['2023', 43],
    ],
  );
  assert.equal(total, 128);
});

test('the figures are the same when each period is asked for alone', async () => {
  for (const [from, until, count] of [
    ['2020-01-01', '2020-12-31', 42],
    ['2021-01-01', '2021-12-31', 12],
    ['2022-01-01', '2022-12-31', 31],
    ['2023-01-01', '2023-04-30', 43],
  ]) {
    assert.equal((await read(`from=${from}&until=${until}`)).total, count);
  }
});

test('social aid, roads and tourism are the largest topics', async () => {
  const { byCategory } = await read();
  assert.deepEqual(
    new Set(byCategory.slice(0, 3).map(({ key }) => key)),
    new Set(['bantuan-sosial', 'jalan', 'pariwisata']),
  );
  assert.ok(byCategory.every(({ count }) => count !== null));
});

test('timeliness and rating are told as measured figures', async () => {
  const { timeliness, rating } = await read();
  const followUp = timeliness.find(({ kind }) => kind === 'followUp');
  assert.ok(followUp && followUp.met! > 0 && followUp.missed! > 0 && followUp.medianWorkingDays! > 0);
  assert.ok(rating.count! >= 5 && rating.mean! >= 1 && rating.mean! <= 5);
});
