import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothDatabases } from '../both-databases.test.support.ts';
import { fileAt, passThrough } from '../clock-work/clock-work.test.support.ts';
import { mayGoTo } from './due-notifications.ts';
import type { NewsChannel } from './news-channel.ts';

const morning = '2026-03-10T02:00:00Z';
const address = 'rosnida@contoh.example';

const channel: NewsChannel = {
  name: 'email',
  atOnce: 3,
  send: async () => ({ result: 'sent' }),
  close: async () => {},
};

onBothDatabases(
  'messages to one address',
  (opened) => {
    test('are as many as it may get, in whatever order and by however many processes they are looked at', async () => {
      const { database } = opened().gateway.engine;
      const reporter = { name: 'Uni Rosnida', email: address, notifyBy: 'email' };
      for (let count = 0; count < 6; count += 1) await fileAt(opened(), morning, { reporter });
      await passThrough(opened(), morning);
      await database.query(`update notification set state = 'queued', ended_at = null, recipient = null`, []);
      const ids = await database.query<{ id: string }>('select id from notification order by id desc', []);
      assert.equal(ids.length, 6);
      const limit = { since: '2026-03-09T02:00:00Z', most: 4 };
      const askAll = () => Promise.all(ids.map(({ id }) => mayGoTo(database, id, Buffer.alloc(32, address), limit)));
      const answers = await askAll();
      assert.equal(answers.filter(Boolean).length, 4);
      // A second attempt is no second message.
      assert.deepEqual(await askAll(), answers);
    });
  },
  { newsChannels: [channel] },
);
