import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { TestGateway } from '../both-databases.test.support.ts';
import { type Filed, fileAt } from '../clock-work/clock-work.test.support.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { channelInto, type MailSink, startMailSink } from './mail-sink.test.support.ts';

const morning = '2026-03-10T02:00:00Z';
const reporter = (name: string) => ({ reporter: { email: `${name}@contoh.example`, notifyBy: 'email' } });

describe('two replicas on one PostgreSQL', () => {
  let sink: MailSink;
  let postgres: Awaited<ReturnType<typeof usePostgres>>;
  let [one, other]: TestGateway[] = [];
  const both = () => [one, other].flatMap((each) => (each ? [each] : []));
  before(async () => {
    sink = await startMailSink();
    postgres = await usePostgres();
    const url = await postgres.newDatabase();
    const options = { newsChannels: [channelInto(() => sink)], notifications: { pauses: [3_600] } };
    [one, other] = [await openTestGateway({ url }, options), await openTestGateway({ url }, options)];
  });
  after(async () => {
    for (const { gateway } of both()) await gateway.close();
    await postgres?.end();
    await sink?.end();
  });
  const runBoth = () => Promise.all(both().map(({ gateway }) => gateway.clockWork.runDue(morning)));

  test('share the mails, and each comes once', async () => {
    const filed: Filed[] = [];
    for (let count = 0; count < 40; count += 1) filed.push(await fileAt(one!, morning, reporter(`warga-${count}`)));
    // Whoever comes second finds what is left of the outbox; what one hands on, the other may send.
    for (let round = 0; round < 20 && sink.arrived.length < 40; round += 1) await runBoth();
    await runBoth();
    assert.deepEqual(
      sink.arrived.map(({ mail }) => /nomor (\d+)/.exec(mail.subject ?? '')?.[1] ?? '').toSorted(),
      filed.map(({ trackingId }) => trackingId).toSorted(),
    );
    assert.equal(new Set(sink.arrived.map(({ mail }) => mail.messageId)).size, 40);
  });

  test('take over what the other one died with, under the same id and not before its time', async () => {
    sink.arrived.length = 0;
    const { trackingId } = await fileAt(one!, morning, reporter('seorang-warga'));
    await runBoth();
    const [first] = sink.arrived;
    const { database } = other!.gateway.engine;
    const stand = (seconds: number) =>
      database.query(
        `update notification set state = 'queued', ended_at = null, next_attempt_at = now() + $2 * interval '1 second' where report_id = $1`,
        [trackingId, seconds],
      );
    // So the row is left by a process that handed the mail over and died before it could note that.
    await stand(60);
    await runBoth();
    assert.equal(sink.arrived.length, 1);
    await stand(0);
    await runBoth();
    assert.deepEqual(
      sink.arrived.map(({ mail }) => [mail.messageId, mail.text]),
      [first, first].map((arrived) => [arrived?.mail.messageId, arrived?.mail.text]),
    );
  });
});

test('a sandbox sends nothing, and offers no way', async () => {
  const sink = await startMailSink();
  const { gateway, call, clock } = await openTestGateway(
    { memory: true },
    { sandbox: true, newsChannels: [channelInto(() => sink)] },
  );
  try {
    await call('POST', '/v1/reports', {
      body: {
        classification: 'complaint',
        title: 'Jembatan gantung rusak',
        content: 'Papan jembatan gantung banyak yang lepas. Anak-anak takut menyeberang.',
        ...reporter('seorang-warga'),
      },
    });
    await gateway.clockWork.runDue(clock.now());
    assert.equal(sink.attempts(), 0);
    assert.equal('newsChannels' in (await call('GET', '/v1/site')).body, false);
  } finally {
    await gateway.close();
    await sink.end();
  }
});
