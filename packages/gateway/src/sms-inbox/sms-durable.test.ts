import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createGateway, type Gateway } from '../create-gateway.ts';
import type { DatabaseLocation } from '../database/connect.ts';
import { newFolder, type ServerProcess, startServer } from '../promises/server-process.test.support.ts';
import { smpp } from '../sms/smpp-library.ts';
import { type Smsc, startSmsc } from '../sms/smsc.test.support.ts';
import { fillTestGateway } from '../test-gateway.test.support.ts';
import { usePostgres } from '../shared-postgres.test.support.ts';
import { startPostgres } from '../test-postgres.test.support.ts';
import { answersIn, deliverForSure, newPhone, partsFrom, smsFrom } from './phones.test.support.ts';
import { until } from '../until.test.support.ts';

const long = `LAPOR Jembatan gantung di Jorong Koto Tuo putus. ${'Anak sekolah memutar tujuh kilometer. '.repeat(8)}`;

let smsc: Smsc;
let postgres: Awaited<ReturnType<typeof usePostgres>>;
const opened: Gateway[] = [];
before(async () => void (postgres = await usePostgres()));
after(() => postgres.end());
beforeEach(async () => void (smsc = await startSmsc()));
afterEach(async () => {
  for (const gateway of opened.splice(0)) await gateway.close();
  await smsc.stop();
});

/** Opens a gateway that holds a line. */
const open = async (database: DatabaseLocation, isFirst = false): Promise<Gateway> => {
  const gateway = await createGateway({
    database,
    attachments: { memory: true },
    sms: {
      account: smsc.account(),
      source: { address: '1708' },
      site: 'sumbar',
      keyword: 'LAPOR',
      times: { firstPause: 20, longestPause: 100, standbyPause: 50 },
    },
  });
  opened.push(gateway);
  if (isFirst) await fillTestGateway(gateway);
  await gateway.clockWork.runDue('2026-11-26T02:00:00Z');
  return gateway;
};

const close = async (gateway: Gateway): Promise<void> => {
  opened.splice(opened.indexOf(gateway), 1);
  await gateway.close();
};

const contents = async ({ engine }: Gateway): Promise<string[]> =>
  (await engine.database.query<{ content: string }>('select content from report order by id', [])).map(
    ({ content }) => content,
  );

const isAllAnswered = async ({ engine }: Gateway): Promise<boolean> =>
  (await engine.database.query('select id from short_message where due_at is not null', [])).length === 0;

const onBoth = (title: string, define: (place: () => Promise<DatabaseLocation>) => Promise<void>): void => {
  test(`${title}, on PGlite`, async () => {
    const { data, remove } = await newFolder();
    try {
      await define(async () => ({ directory: `${data}/database` }));
    } finally {
      for (const gateway of opened.splice(0)) await gateway.close();
      await remove();
    }
  });
  test(`${title}, on PostgreSQL`, async () => {
    const url = await postgres.newDatabase();
    await define(async () => ({ url }));
  });
};

describe('a message that was taken', () => {
  onBoth('is answered after a restart when it was not before', async (place) => {
    smsc.react = () => smpp.errors['ESME_RSYSERR'] ?? 0;
    const location = await place();
    const first = await open(location, true);
    await smsc.bound();
    const phone = newPhone();
    await deliverForSure(smsc, smsFrom(phone, 'LAPOR Pohon tumbang menutup jalan desa.'));
    await until(() => smsc.submitted.length > 0, 'an answer was tried');
    await close(first);
    smsc.react = () => 'take';
    const second = await open(location);
    await second.engine.database.query('update short_message set due_at = now() where due_at is not null', []);
    await second.clockWork.runDue('2026-11-26T02:00:00Z');
    await until(() => isAllAnswered(second), 'it is answered');
    assert.deepEqual(await contents(second), ['Pohon tumbang menutup jalan desa.']);
    assert.match(answersIn(smsc.submitted).at(-1)?.text ?? '', /kami terima, nomor 1000001/);
  });

  onBoth('in part waits for the others across a restart', async (place) => {
    const location = await place();
    const first = await open(location, true);
    const phone = newPhone();
    const [one, ...rest] = partsFrom(phone, long, 17).toReversed();
    await smsc.bound();
    await deliverForSure(smsc, one!);
    await close(first);
    const second = await open(location);
    for (const part of rest) await deliverForSure(smsc, part);
    await until(() => isAllAnswered(second), 'it is answered');
    assert.deepEqual(await contents(second), [long.slice('LAPOR '.length).trim()]);
  });
});

describe('a database that is away', () => {
  test('makes the SMSC keep what it has, and hand it over later', { timeout: 300_000 }, async () => {
    const own = await startPostgres();
    try {
      const gateway = await open({ url: await own.newDatabase(), patience: 1_000 }, true);
      await smsc.bound();
      await own.stop();
      const message = smsFrom(newPhone(), 'LAPOR Air keruh sejak kemarin pagi.');
      assert.equal((await smsc.deliver(message)).command_status, smpp.errors['ESME_RX_T_APPN']);
      await own.start();
      await deliverForSure(smsc, message);
      await until(() => isAllAnswered(gateway), 'it is answered');
      assert.deepEqual(await contents(gateway), ['Air keruh sejak kemarin pagi.']);
    } finally {
      for (const gateway of opened.splice(0)) await gateway.close();
      await own.end();
    }
  });
});

describe('several replicas', () => {
  test('share one message whose parts come over different lines', async () => {
    const location = { url: await postgres.newDatabase() };
    const one = await open(location, true);
    await open(location);
    await smsc.bound(2);
    const phones = Array.from({ length: 10 }, newPhone);
    const expected = phones.map((phone) => long.slice('LAPOR '.length).trim().replace('Jorong', `Jorong ${phone}`));
    await Promise.all(
      phones.flatMap((phone, index) =>
        partsFrom(phone, `LAPOR ${expected[index]}`, 40).map((part, number) =>
          smsc.deliver(part, smsc.sessions[number % 2]).then(({ command_status }) => assert.equal(command_status, 0)),
        ),
      ),
    );
    await until(() => isAllAnswered(one), 'everything is answered');
    assert.deepEqual((await contents(one)).toSorted(), expected.toSorted());
    assert.equal(answersIn(smsc.submitted).length, 10);
  });

  test('where the SMSC lets only one of them in, take over from each other', async () => {
    const location = { url: await postgres.newDatabase() };
    const one = await open(location, true);
    await smsc.bound();
    smsc.bindStatus = smpp.errors['ESME_RALYBND'] ?? 0;
    const two = await open(location);
    const refused = smsc.binds.length;
    await until(() => smsc.binds.length > refused, 'the other one stands by');
    smsc.bindStatus = 0;
    await close(one);
    await deliverForSure(smsc, smsFrom(newPhone(), 'LAPOR Lampu lalu lintas mati.'));
    await until(() => isAllAnswered(two), 'it is answered');
    assert.deepEqual(await contents(two), ['Lampu lalu lintas mati.']);
  });
});

describe('a gateway that is killed again and again while messages come in', { timeout: 600_000 }, () => {
  const messages = 40;
  const under = async (place: { data: string; databaseUrl?: string }, location: DatabaseLocation): Promise<string> => {
    await close(await open(location, true));
    const { account } = smsc;
    const { host, port, systemId, password } = { port: smsc.port, ...account() };
    const sms = {
      host,
      port,
      systemId,
      password,
      perSecond: 1_000,
      sourceAddress: '1708',
      site: 'sumbar',
      keyword: 'LAPOR',
    };
    const start = () => startServer({ ...place, settings: { sms } });
    let server: ServerProcess = await start();
    let taken = 0;
    let repeated = 0;
    let kills = 0;
    const texts = Array.from({ length: messages }, (_, index) => long.replace('Jorong', `Jorong ${index}`));
    const sending = Promise.all(
      texts.map(async (text, index) => {
        const phone = newPhone();
        const parts = index % 2 === 0 ? partsFrom(phone, text, index) : [smsFrom(phone, text.slice(0, 150))];
        // As from a crowd, and not all at the first moment.
        await pause(index * 40);
        for (const part of parts) repeated += (await deliverForSure(smsc, part)) - 1;
        taken += 1;
      }),
    );
    for (const target of [8, 16, 24]) {
      await until(() => taken >= target, `${target} were taken`);
      await pause(Math.random() * 60);
      await server.kill();
      kills += 1;
      server = await start();
    }
    await sending;
    await server.stop();
    const gateway = await open(location);
    await gateway.engine.database.query('update short_message set due_at = now() where due_at is not null', []);
    await gateway.clockWork.runDue('2026-11-26T02:00:00Z');
    await until(() => isAllAnswered(gateway), 'everything is answered');
    const expected = texts.map((text, index) =>
      (index % 2 === 0 ? text : text.slice(0, 150)).slice('LAPOR '.length).trim(),
    );
    assert.deepEqual((await contents(gateway)).toSorted(), expected.toSorted());
    const numbers = new Set(answersIn(smsc.submitted).map(({ text }) => /nomor (\d+)/.exec(text)?.[1]));
    assert.equal(numbers.size, messages, 'every sender got a number');
    assert.ok(kills === 3);
    return `${messages} messages, ${kills} kills, ${repeated} handed over again`;
  };

  test('loses and doubles nothing on PGlite', async (context) => {
    const { data, remove } = await newFolder();
    try {
      context.diagnostic(await under({ data }, { directory: `${data}/database` }));
    } finally {
      for (const gateway of opened.splice(0)) await gateway.close();
      await remove();
    }
  });

  test('loses and doubles nothing on PostgreSQL', async (context) => {
    const { data, remove } = await newFolder();
    const databaseUrl = await postgres.newDatabase();
    try {
      context.diagnostic(await under({ data, databaseUrl }, { url: databaseUrl }));
    } finally {
      await remove();
    }
  });
});
