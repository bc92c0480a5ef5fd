import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Cached, cached } from './cached.ts';
import { connect } from '../database/connect.ts';
import type { Database } from '../database/database.ts';

describe('a cached value on a database with one connection', () => {
  let database: Database;
  let value: Cached<string>;
  let loads = 0;
  before(async () => {
    database = await connect({ memory: true });
    value = cached(async () => {
      loads += 1;
      return (await database.query<{ one: string }>(`select 'one' as one`, []))[0]!.one;
    }, 60_000);
  });
  after(() => database.close());

  test('is loaded once for callers that ask at the same time', async () => {
    loads = 0;
    value.clear();
    assert.deepEqual(await Promise.all([value.get(), value.get(), value.get()]), ['one', 'one', 'one']);
    assert.equal(loads, 1);
  });

  test('can be asked for within a transaction although nobody has loaded it yet', { timeout: 10_000 }, async () => {
    value.clear();
    assert.equal(await database.transaction(async () => value.get()), 'one');
  });

  test(
    'can be asked for within a transaction while somebody else waits for the connection to load it',
    { timeout: 10_000 },
    async () => {
      value.clear();
      let start = (): void => {};
      const begun = new Promise<void>((resolve) => void (start = resolve));
      const inside = database.transaction(async () => {
        start();
        await new Promise((resolve) => setTimeout(resolve, 50));
        return value.get();
      });
      await begun;
      const outside = value.get();
      assert.equal(await inside, 'one');
      assert.equal(await outside, 'one');
    },
  );
});

test('a transaction cannot begin within another one of the same database', { timeout: 20_000 }, async () => {
  const database = await connect({ memory: true });
  await assert.rejects(
    () => database.transaction(() => database.transaction(async () => 1)),
    /cannot begin within another/,
  );
  await database.close();
});
