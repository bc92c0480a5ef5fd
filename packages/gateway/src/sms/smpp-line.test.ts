import assert from 'node:assert/strict';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { generate } from 'selfsigned';
import { smpp } from './smpp-library.ts';
import type { Log } from '../journal/log.ts';
import type { Pdu } from './pdu.ts';
import type { SmppAccount, SmppTimes } from './smpp-settings.ts';
import { SmppLineBroken, SmppRefusal, SmppTimeout } from './smpp-error.ts';
import { createSmppLine } from './smpp-line.ts';
import { createSmsFigures } from './sms-figures.ts';
import { type Smsc, startSmsc } from './smsc.test.support.ts';
import { until } from '../until.test.support.ts';

const throttled = smpp.errors['ESME_RTHROTTLED'] ?? 0;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

const smscOf = async (options?: Parameters<typeof startSmsc>[0]): Promise<Smsc> => {
  const smsc = await startSmsc(options);
  ends.push(() => smsc.stop());
  return smsc;
};

/** Quick enough for tests; nothing in them hangs on an answer that does come being quick. */
const quick: Partial<SmppTimes> = {
  firstPause: 20,
  longestPause: 100,
  refusedPause: 50,
  standbyPause: 30,
  patience: 30_000,
};

/** Holds a line, and keeps everything that is written to its log. */
const lineTo = (account: SmppAccount, times: Partial<SmppTimes> = {}, receive?: (pdu: Pdu) => Promise<number>) => {
  const lines: string[] = [];
  const write = (facts: object, message: string) => void lines.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const figures = createSmsFigures();
  const line = createSmppLine({
    account,
    times: { ...quick, ...times },
    receive: receive ?? (async () => 0),
    figures,
    log,
  });
  line.start();
  ends.push(() => line.stop());
  return { line, lines, figures };
};

const message = (text: string) => ({ destination_addr: '6281200000117', short_message: Buffer.from(text) });

const textOf = ({ short_message }: Smsc['submitted'][number]): string => short_message.message;

describe('the line to an SMSC', () => {
  test('is bound for both directions, hands messages over and gives the ids that they got', async () => {
    const smsc = await smscOf();
    const { line, figures } = lineTo(smsc.account({ systemType: 'VMA' }));
    const answer = await line.submit(message('Halo'));
    assert.equal(answer['message_id'], 'pesan-0');
    assert.equal(textOf(smsc.submitted[0]!), 'Halo');
    const [bind] = smsc.binds;
    assert.deepEqual(
      [bind?.command, bind?.['system_id'], bind?.['system_type'], bind?.['interface_version']],
      ['bind_transceiver', 'lapor', 'VMA', 0x34],
    );
    const [bound, submitted] = figures.metrics();
    assert.equal(bound?.samples[0]?.value, 1);
    assert.deepEqual(submitted?.samples, [{ labels: { result: 'ok' }, value: 1 }]);
  });

  test('waits for an SMSC that is away, and comes back to one that was', async () => {
    const first = await startSmsc();
    const { port } = first;
    await first.stop();
    const { line } = lineTo(first.account());
    const waiting = line.submit(message('sebelum'));
    const second = await startSmsc({ port });
    await waiting;
    assert.deepEqual(second.submitted.map(textOf), ['sebelum']);
    await second.stop();
    await until(() => !line.isBound, 'the line is seen to be broken');
    const third = await smscOf({ port });
    await line.submit(message('sesudah'));
    assert.deepEqual(third.submitted.map(textOf), ['sesudah']);
  });

  test('lets no more requests wait for an answer than the window has places', async () => {
    const smsc = await smscOf();
    smsc.react = () => 'silence';
    const { line } = lineTo(smsc.account({ window: 3 }));
    const all = Array.from({ length: 8 }, (_, index) => line.submit(message(String(index))));
    const outcomes = Promise.allSettled(all);
    await until(() => smsc.submitted.length >= 3, 'three have arrived');
    // Whatever else was going to be written has been written before the answer to this comes back.
    await new Promise<void>((resolve) => void smsc.sessions[0]!.enquire_link(() => resolve()));
    assert.equal(smsc.submitted.length, 3);
    smsc.sessions[0]!.destroy();
    await until(() => smsc.submitted.length === 6, 'the next three went over the new line');
    smsc.react = () => 'take';
    smsc.sessions[0]!.destroy();
    const ended = await outcomes;
    assert.equal(ended.filter(({ status }) => status === 'rejected').length, 6);
    assert.equal(ended.filter(({ status }) => status === 'fulfilled').length, 2);
  });

  test('tells each message that was under way when the line broke, and none of them twice', async () => {
    const smsc = await smscOf();
    smsc.react = (_, index) => (index === 4 ? 'drop' : index < 2 ? 'take' : 'silence');
    const { line } = lineTo(smsc.account());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, (_, index) => line.submit(message(String(index)))),
    );
    assert.deepEqual(
      outcomes.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'rejected', 'rejected'],
    );
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof SmppLineBroken, String(outcome.reason));
    smsc.react = () => 'take';
    await line.submit(message('lagi'));
    assert.equal(smsc.submitted.length, 6);
  });

  test('goes on more slowly when the SMSC is too busy, and loses nothing', async () => {
    const smsc = await smscOf();
    smsc.react = (_, index) => (index < 3 ? throttled : 'take');
    const { line, lines, figures } = lineTo(smsc.account());
    const began = performance.now();
    await line.submit(message('sabar'));
    // 200, 400 and 800 ms; a clock that is a little early is no fault.
    assert.ok(performance.now() - began > 1_300);
    assert.equal(smsc.submitted.length, 4);
    assert.equal(lines.filter((text) => text.includes('more slowly')).length, 3);
    assert.deepEqual(figures.metrics()[1]?.samples, [
      { labels: { result: 'ESME_RTHROTTLED' }, value: 3 },
      { labels: { result: 'ok' }, value: 1 },
    ]);
  });

  test('gives a message up when its patience is over, and says what stood in the way', async () => {
    const smsc = await smscOf();
    smsc.react = () => throttled;
    const { line } = lineTo(smsc.account(), { patience: 700 });
    await assert.rejects(line.submit(message('macet')));
    const { port } = smsc;
    await smsc.stop();
    ends.length = 0;
    const { line: other } = lineTo({ ...smsc.account(), port }, { patience: 100 });
    await assert.rejects(other.submit(message('tanpa saluran')), SmppLineBroken);
    await Promise.all([line.stop(), other.stop()]);
  });

  test('tells a refusal with the name of its status, and does not repeat what was refused', async () => {
    const smsc = await smscOf();
    smsc.react = () => smpp.errors['ESME_RINVDSTADR'] ?? 0;
    const { line } = lineTo(smsc.account());
    await assert.rejects(line.submit(message('x')), (error) => {
      assert.ok(error instanceof SmppRefusal);
      assert.equal(error.message, 'lapor-gateway: the SMSC refused `submit_sm` with ESME_RINVDSTADR.');
      return true;
    });
    assert.equal(smsc.submitted.length, 1);
  });

  test('does not wait for ever for an answer', async () => {
    const smsc = await smscOf();
    smsc.react = () => 'silence';
    const { line } = lineTo(smsc.account(), { answer: 300 });
    await assert.rejects(line.submit(message('halo?')), SmppTimeout);
  });

  test('asks whether the SMSC still lives, and leaves one that does not answer', async () => {
    const smsc = await smscOf();
    lineTo(smsc.account(), { enquiry: 20, answer: 3_000 });
    await until(() => smsc.enquiries >= 3, 'it was asked three times');
    assert.equal(smsc.binds.length, 1);
    smsc.answersEnquiries = false;
    await until(() => smsc.binds.length >= 2, 'it was bound anew');
  });

  test('answers when it is asked itself, and says what it does not know', async () => {
    const smsc = await smscOf();
    lineTo(smsc.account());
    await smsc.bound();
    const [session] = smsc.sessions;
    await new Promise<void>((resolve) => void session?.enquire_link(() => resolve()));
    const answer = await new Promise<{ command_status: number }>(
      (resolve) => void session?.send(new smpp.PDU('query_sm', { message_id: '1' }), resolve),
    );
    assert.equal(answer.command_status, smpp.errors['ESME_RINVCMDID']);
    await new Promise<void>((resolve) => void session?.unbind(() => resolve()));
    await until(() => smsc.binds.length === 2, 'it came back after the goodbye');
  });

  test('takes messages, and the answer goes out when they are kept and not before', async () => {
    const smsc = await smscOf();
    const kept = Promise.withResolvers<number>();
    const received: Pdu[] = [];
    lineTo(smsc.account(), {}, (pdu) => {
      received.push(pdu);
      return kept.promise;
    });
    await smsc.bound();
    let isAnswered = false;
    const answer = smsc
      .deliver({ source_addr: '6281200000117', short_message: 'LAPOR €' })
      .finally(() => (isAnswered = true));
    await until(() => received.length === 1, 'it arrived');
    assert.equal(isAnswered, false);
    // Octets as they came: the escape is still there.
    assert.deepEqual(received[0]?.['short_message'], Buffer.from('LAPOR \u001be'));
    kept.resolve(0);
    assert.equal((await answer).command_status, 0);
  });

  test('says "not now" when a message cannot be kept, so that the SMSC tries again', async () => {
    const smsc = await smscOf();
    lineTo(smsc.account(), {}, () => Promise.reject(new Error('the database is away')));
    await smsc.bound();
    const answer = await smsc.deliver({ source_addr: '6281200000117', short_message: 'x' });
    assert.equal(answer.command_status, smpp.errors['ESME_RX_T_APPN']);
  });

  test('takes many messages at once, each once', async () => {
    const smsc = await smscOf();
    const received = new Set<string>();
    lineTo(smsc.account(), {}, async (pdu) => {
      await new Promise((resolve) => void setTimeout(resolve, 5));
      received.add(String(pdu['short_message']));
      return 0;
    });
    await smsc.bound();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => smsc.deliver({ short_message: `pesan ${index}` })),
    );
    assert.ok(answers.every(({ command_status }) => command_status === 0));
    assert.equal(received.size, 200);
  });

  test('says goodbye after what is under way in both directions', async () => {
    const smsc = await smscOf();
    const late: (() => void)[] = [];
    smsc.react = (pdu, index) => {
      late.push(() => smsc.sessions[0]?.send(pdu.response({ message_id: String(index) })));
      return 'silence';
    };
    const kept = Promise.withResolvers<number>();
    let arrived = 0;
    const { line } = lineTo(smsc.account(), {}, () => {
      arrived += 1;
      return kept.promise;
    });
    const sent = line.submit(message('terakhir'));
    await until(() => late.length === 1, 'the message is under way');
    const delivered = smsc.deliver({ short_message: 'masuk' });
    await until(() => arrived === 1, 'the other one is under way');
    const stopped = line.stop();
    assert.equal(smsc.goodbyes, 0);
    late[0]?.();
    assert.equal((await sent)['message_id'], '0');
    kept.resolve(0);
    assert.equal((await delivered).command_status, 0);
    await stopped;
    assert.equal(smsc.goodbyes, 1);
    assert.equal(line.isBound, false);
  });
});

describe('a line that is stopped', () => {
  test('before it is bound ends at once', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await until(() => silent.listening, 'it listens');
    const { port } = silent.address() as { port: number };
    const { line } = lineTo({ host: '127.0.0.1', port, systemId: 'lapor', password: 'rahasia1' }, { answer: 600_000 });
    await until(() => sockets.size === 1, 'it is connected');
    await line.stop();
    for (const socket of sockets) socket.destroy();
    silent.close();
  });

  test('while there is no SMSC does not wait for one, and can be started again', async () => {
    const smsc = await startSmsc();
    const { port } = smsc;
    await smsc.stop();
    const { line, lines } = lineTo(smsc.account(), { firstPause: 600_000, longestPause: 600_000 });
    await until(() => lines.length > 0, 'it was tried');
    await line.stop();
    const back = await smscOf({ port });
    line.start();
    await line.submit(message('lagi'));
    assert.equal(back.submitted.length, 1);
  });
});

describe('a bind that is refused', () => {
  test('is told with what to check, and no secret is written anywhere', async () => {
    const smsc = await smscOf();
    const { lines } = lineTo(smsc.account({ password: 'salahsandi' }), { firstPause: 1 });
    await until(() => smsc.binds.length >= 2, 'it was tried again');
    const text = lines.join('\n');
    assert.match(text, /sms: the SMSC refuses `password` \(ESME_RINVPASWD\)/);
    assert.doesNotMatch(text, /salahsandi/);
  });

  test('because another process is bound makes this one stand by, and take over', async () => {
    const smsc = await smscOf();
    smsc.bindStatus = smpp.errors['ESME_RALYBND'] ?? 0;
    const { line, lines } = lineTo(smsc.account());
    await until(() => smsc.binds.length >= 3, 'it waits for its turn');
    assert.ok(lines.every((text) => text.includes('stands by')));
    smsc.bindStatus = 0;
    await until(() => line.isBound, 'it took over');
  });
});

describe('an SMSC that sends what is no SMPP', () => {
  test('is left and tried anew, whatever it sends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 4, maxLength: 60 }), async (bytes) => {
        const smsc = await startSmsc();
        const { line } = lineTo(smsc.account());
        try {
          await smsc.bound();
          // A length that cannot be, so that it is garbage whatever follows.
          smsc.write(Buffer.concat([Buffer.from('fffffff0', 'hex'), bytes]));
          await until(() => smsc.binds.length >= 2, 'it was bound anew');
          await line.submit(message('masih jalan'));
        } finally {
          await line.stop();
          await smsc.stop();
        }
      }),
      { numRuns: 10 },
    );
  });

  test('with a body that ends too early is told so, and the line stays', async () => {
    const smsc = await smscOf();
    const { line } = lineTo(smsc.account());
    await smsc.bound();
    const answers: { command: string; command_status: number; sequence_number: number }[] = [];
    smsc.sessions[0]!.on('pdu', (pdu) => answers.push(pdu));
    const broken = Buffer.alloc(24);
    broken.writeUInt32BE(24, 0);
    broken.writeUInt32BE(0x05, 4);
    broken.writeUInt32BE(99, 12);
    broken.writeUInt32BE(0x01010101, 16);
    broken.writeUInt32BE(0x01010101, 20);
    smsc.write(broken);
    // Another one with a parameter of four bytes of which only one is there.
    const cut = Buffer.concat([
      new smpp.PDU('deliver_sm', { sequence_number: 100 }).toBuffer(),
      Buffer.from('06070004', 'hex'),
    ]);
    cut.writeUInt32BE(cut.length, 0);
    smsc.write(cut);
    await until(() => answers.some(({ sequence_number }) => sequence_number === 100), 'the second was answered');
    await line.submit(message('masih jalan'));
    assert.equal(smsc.binds.length, 1);
    const second = answers.find(({ sequence_number }) => sequence_number === 100);
    assert.deepEqual([second?.command, second?.command_status], ['deliver_sm_resp', smpp.errors['ESME_RX_P_APPN']]);
  });

  test('or that says nothing at all, is given up in time', async () => {
    const sockets = new Set<Socket>();
    const silent = createServer((socket) => void sockets.add(socket.on('error', () => {}))).listen(0, '127.0.0.1');
    await until(() => silent.listening, 'it listens');
    const { port } = silent.address() as { port: number };
    const account = { host: '127.0.0.1', port, systemId: 'lapor', password: 'rahasia1' };
    const { lines } = lineTo(account, { answer: 50 });
    ends.unshift(async () => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    await until(() => lines.length >= 2, 'it was tried again');
    assert.match(lines[0] ?? '', /did not answer `bind_transceiver` within 50 ms/);
  });
});

describe('a line with TLS', () => {
  test('checks whose certificate the SMSC has', async () => {
    const altNames = [{ type: 7 as const, ip: '127.0.0.1' }];
    const { private: key, cert } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
      extensions: [{ name: 'subjectAltName', altNames }],
    });
    const smsc = await smscOf({ key, cert });
    const { lines } = lineTo(smsc.account({ tls: true }));
    await until(() => lines.length > 0, 'it was tried');
    assert.match(lines[0] ?? '', /DEPTH_ZERO_SELF_SIGNED_CERT/);
    const { line } = lineTo(smsc.account({ tls: true, certificateAuthority: cert }));
    assert.equal((await line.submit(message('aman')))['message_id'], 'pesan-0');
  });
});
