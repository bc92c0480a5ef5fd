import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, test } from 'node:test';
import { messagesFor } from '@lapor/schemas/messages';
import fc from 'fast-check';
import { createLog } from '../journal/log.ts';
import { type Smsc, startSmsc } from '../sms/smsc.test.support.ts';
import { until } from '../until.test.support.ts';
import { openTestGateway } from '../test-gateway.test.support.ts';
import { answersIn, newPhone, partsFrom, smsFrom } from './phones.test.support.ts';
import type { SmsOptions } from './sms-options.ts';

let smsc: Smsc;
const ends: (() => Promise<unknown>)[] = [];
const logged: string[] = [];
const log = createLog('debug', { write: (line: string) => void logged.push(line) });
beforeEach(async () => void (smsc = await startSmsc()));
const end = async () => {
  for (const each of ends.splice(0).toReversed()) await each();
};
afterEach(async () => {
  await end();
  await smsc.stop();
});
after(end);

const open = async (change: Partial<SmsOptions> = {}, settings: object = {}) => {
  const sms = { account: smsc.account(), source: { address: '1708' }, site: 'sumbar', ...change };
  const opened = await openTestGateway({ memory: true }, { sms, log });
  const { gateway, clock } = opened;
  ends.push(() => gateway.close());
  const { database, sites } = gateway.engine;
  await database.query('update site set settings = settings || $1::jsonb', [JSON.stringify(settings)]);
  sites.clear();
  await gateway.clockWork.runDue(clock.now());
  await smsc.bound();
  const waiting = async () =>
    (await database.query('select id from short_message where due_at is not null', [])).length;
  return {
    ...opened,
    contents: async () =>
      (await database.query<{ content: string }>('select content from report order by id', [])).map(
        ({ content }) => content,
      ),
    settled: () => until(async () => (await waiting()) === 0, 'everything is answered'),
    waiting,
  };
};

const texts = () => answersIn(smsc.submitted).map(({ text }) => text);

describe('the site of reports by SMS', () => {
  test('requires nothing by SMS that nobody can give there', async () => {
    const { contents, settled } = await open(
      {},
      { limits: { required: ['incidentRegion', 'category'], titleMin: 60 }, features: { challenge: true } },
    );
    await smsc.deliver(smsFrom(newPhone(), 'Jalan berlubang di depan balai desa.'));
    await settled();
    assert.deepEqual(await contents(), ['Jalan berlubang di depan balai desa.']);
  });

  test('has its limits kept, and its language spoken', async () => {
    const { contents, settled } = await open({}, { limits: { contentMax: 60 }, languages: ['en', 'id'] });
    await smsc.deliver(smsFrom(newPhone(), 'Jalan berlubang '.repeat(6)));
    await settled();
    assert.deepEqual(texts(), [messagesFor('en').sms.tooLong({ maximum: 60 })]);
    assert.deepEqual(await contents(), []);
  });

  test('that is not there is told of, and what was taken waits until it is', async () => {
    logged.length = 0;
    const { gateway, clock, contents, waiting, settled } = await open({ site: 'belum-ada' });
    assert.match(logged.join('\n'), /there is no site `belum-ada`\. Add it, or correct `sms\.site`\./);
    assert.equal((await smsc.deliver(smsFrom(newPhone(), 'Jembatan desa hanyut semalam.'))).command_status, 0);
    await until(() => logged.join('\n').includes('could not be done; it is tried again'), 'it was tried');
    const { database, sites } = gateway.engine;
    // However long it takes: only an answer is given up in the end.
    clock.set('2026-03-20T02:00:00Z');
    await gateway.clockWork.runDue(clock.now());
    assert.equal(await waiting(), 1);
    await database.query(
      `insert into site (id, institution_id, region_code, origins, settings, created_at)
       select 'belum-ada', institution_id, region_code, origins, settings, created_at from site where id = 'sumbar'`,
      [],
    );
    sites.clear();
    await database.query('update short_message set due_at = now() where due_at is not null', []);
    await gateway.clockWork.runDue(clock.now());
    await settled();
    assert.deepEqual(await contents(), ['Jembatan desa hanyut semalam.']);
  });
});

describe('a crowd', () => {
  test('has its reports filed while its answers wait for a line', async () => {
    const { contents } = await open();
    smsc.react = () => 'silence';
    const crowd = Array.from({ length: 60 }, (_, index) => `Banjir di RT ${index}, air setinggi lutut.`);
    await Promise.all(crowd.map((text) => smsc.deliver(smsFrom(newPhone(), text))));
    await until(async () => (await contents()).length === crowd.length, 'all are filed');
    assert.ok(smsc.submitted.length <= 10, 'and no more answers are under way than the window has places');
    assert.deepEqual((await contents()).toSorted(), crowd.toSorted());
    smsc.react = () => 'take';
    for (const session of smsc.sessions) session.destroy();
  });
});

describe('a sandbox', () => {
  test('has no line, whatever is configured', async () => {
    const sms = { account: smsc.account(), source: { address: '1708' }, site: 'sumbar' };
    const { gateway, clock } = await openTestGateway({ memory: true }, { sms, sandbox: true });
    ends.push(() => gateway.close());
    await gateway.clockWork.runDue(clock.now());
    assert.equal(smsc.binds.length, 0);
    assert.deepEqual(gateway.engine.newsChannels, []);
  });
});

describe('messages in parts', () => {
  test('are each one report, however they are mixed, repeated and cut', async () => {
    const { gateway, contents, settled } = await open();
    let reference = 0;
    const message = fc.string({
      unit: fc.constantFrom(...'jalan rusak €{}[] ', '😀', 'é'),
      minLength: 170,
      maxLength: 500,
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.nat()),
        async (bodies, chances) => {
          const phone = newPhone();
          const wanted = bodies.map((body, index) => `Laporan ${index} ${body} selesai`);
          const parts = wanted.flatMap((text) => partsFrom(phone, text, (reference += 1)));
          const mixed = [...parts, ...parts]
            .map((part) => ({ part, place: chances.next().value ?? 0 }))
            .toSorted((one, other) => one.place - other.place);
          for (const { part } of mixed) assert.equal((await smsc.deliver(part)).command_status, 0);
          await settled();
          const kept = (await contents()).slice(-wanted.length);
          assert.deepEqual(kept.toSorted(), wanted.toSorted());
          await gateway.engine.database.query('delete from report', []);
        },
      ),
      { numRuns: 12 },
    );
  });
});
