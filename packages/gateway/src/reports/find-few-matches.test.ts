import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import type { Queryable } from '../database/database.ts';
import { deskCalls } from '../desk/desk-calls.test.support.ts';
import { findFewMatches } from './find-few-matches.ts';

const copies = 5_001;

onBothDatabases('a search', (opened) => {
  const { submit } = deskCalls(opened);

  test('counts a word of very many reports once, and still lists the newest that have it', async () => {
    const { database } = opened().gateway.engine;
    const { trackingId } = await submit({ title: 'Lampu jalan padam' });
    await submit({ title: 'Tanggul retak' });
    await database.query(
      `insert into report (token_hash, classification, title, content, channel, language, sequence, status, owner_id, coordinator_id, anonymous,
         confidential, received_at, updated_at, state)
       select token_hash, classification, title, content, channel, language, sequence, status, owner_id, coordinator_id, anonymous,
         confidential, received_at, updated_at, state
       from report cross join generate_series(1, $2::integer) where tracking_id = $1`,
      [trackingId, copies],
    );
    let asked = 0;
    const counting: Queryable = {
      query(statement, values) {
        asked += 1;
        return database.query(statement, values);
      },
    };
    assert.equal(await findFewMatches(counting, 'padam'), undefined);
    assert.equal(await findFewMatches(counting, 'padam'), undefined);
    assert.equal(asked, 1);
    assert.equal((await findFewMatches(counting, 'tanggul'))?.length, 1);
    assert.equal((await findFewMatches(counting, 'tanggul'))?.length, 1);
    assert.equal(asked, 3, 'few can become more, so they are looked for each time');

    const newest = await submit({ title: 'Lampu taman padam' });
    for (const _ of ['counted', 'remembered']) {
      const { body } = await opened().call('GET', '/v1/reports?q=padam&limit=2');
      assert.equal(body.items[0].trackingId, newest.trackingId);
      assert.equal(body.items.length, 2);
    }
  });
});
