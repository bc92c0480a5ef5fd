import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import { after, afterEach, before, describe, test } from 'node:test';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import type { News, NewsChannel } from '../notifications/news-channel.ts';
import { createEmailChannel, type EmailOptions } from './email-channel.ts';
import { type MailSink, startMailSink } from './mail-sink.test.support.ts';

const news: News = {
  id: '1000001.0a1b2c',
  thread: '1000001.ffee',
  trackingId: '1000001',
  to: 'rosnida@contoh.example',
  language: 'id',
  subject: 'Laporan Anda sudah dijawab (nomor 1000001)',
  text: 'Laporan Anda sudah dijawab.\n',
  html: '<!doctype html><html lang="id"><head><title>Kabar</title></head><body><p>Laporan Anda sudah dijawab.</p></body></html>',
  short: 'LAPOR! 1000001',
  unsubscribeUrl: 'https://lapor.contoh.example/forms/news?number=1000001',
};
const from = 'LAPOR! Sumatera Barat <lapor@sumbar.example>';

let certificate: { readonly key: string; readonly cert: string };
const open: { end(): Promise<unknown> | void }[] = [];
const sinkWith = async (options?: Parameters<typeof startMailSink>[0]): Promise<MailSink> => {
  const sink = await startMailSink(options);
  open.push(sink);
  return sink;
};
const channelTo = (server: string, more: Partial<EmailOptions> = {}): NewsChannel => {
  const channel = createEmailChannel({ server, from, silence: 1, ...more });
  open.push({ end: () => channel.close() });
  return channel;
};
const sendTo = (server: string, more?: Partial<EmailOptions>) =>
  channelTo(server, more).send(news, AbortSignal.timeout(20_000));

/** Takes who signs in with the password `rah/asia`, and nobody else. */
const signingIn: Parameters<typeof startMailSink>[0] = {
  authOptional: false,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _session, done) =>
    password === 'rah/asia' ? done(null, { user: username }) : done(new Error('Wrong password rah/asia')),
};

before(async () => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  certificate = { key, cert };
  setDefaultCACertificates([...getCACertificates('default'), cert]);
});
after(() => setDefaultCACertificates(getCACertificates('bundled')));
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.end();
});

test('a mail is handed over encrypted by STARTTLS, as whoever the address names', async () => {
  const sink = await sinkWith({ ...signingIn, ...certificate, allowInsecureAuth: false, disabledCommands: [] });
  assert.deepEqual(await sendTo(`smtp://lapor%40sumbar.example:rah%2Fasia@localhost:${sink.port}`), { result: 'sent' });
  const [{ encrypted, user, mail }] = sink.arrived as [MailSink['arrived'][number]];
  assert.deepEqual(
    [encrypted, user, mail.messageId],
    [true, 'lapor@sumbar.example', '<1000001.0a1b2c@sumbar.example>'],
  );
});

test('a mail is handed over on a connection that is encrypted from its beginning', async () => {
  const sink = await sinkWith({ ...certificate, secure: true, disabledCommands: [] });
  assert.deepEqual(await sendTo(`smtps://localhost:${sink.port}`), { result: 'sent' });
  assert.equal(sink.arrived[0]?.encrypted, true);
});

test('without encryption nothing is handed over, and nobody signs in, unless that was said', async () => {
  const sink = await sinkWith(signingIn);
  const server = `smtp://lapor:rah%2Fasia@localhost:${sink.port}`;
  const outcome = await sendTo(server);
  assert.equal(outcome.result, 'failed');
  assert.deepEqual([sink.arrived.length, sink.attempts()], [0, 0]);
  assert.deepEqual(await sendTo(server, { tls: 'whenOffered' }), { result: 'sent' });
  assert.equal(sink.arrived[0]?.user, 'lapor');
});

test('a server that is not whom it says to be gets nothing', async () => {
  const stranger = await generate([{ name: 'commonName', value: 'localhost' }]);
  const sink = await sinkWith({ key: stranger.private, cert: stranger.cert, disabledCommands: [] });
  assert.equal((await sendTo(`smtp://localhost:${sink.port}`)).result, 'failed');
  assert.equal(sink.attempts(), 0);
});

test('a wrong password is tried again later, and is not told', async () => {
  const sink = await sinkWith(signingIn);
  const outcome = await sendTo(`smtp://lapor:salah@localhost:${sink.port}`, { tls: 'whenOffered' });
  assert.deepEqual(outcome, { result: 'failed', detail: 'EAUTH AUTH PLAIN 535' });
});

const answers: [string, Parameters<MailSink['misbehave']>[0], string][] = [
  ['a sender', { sender: () => ({ code: 550, text: 'rosnida' }) }, 'failed'],
  ['a recipient for now', { recipient: () => ({ code: 450, text: 'rosnida' }) }, 'failed'],
  ['a recipient for good', { recipient: () => ({ code: 550, text: '5.1.1 rosnida' }) }, 'refused'],
  ['a message for now', { data: () => ({ code: 452, text: 'rosnida' }) }, 'failed'],
  ['a message for good', { data: () => ({ code: 554, text: '5.7.1 rosnida' }) }, 'refused'],
];
for (const [what, faults, result] of answers) {
  test(`a server that refuses ${what} is understood, and not cited`, async () => {
    const sink = await sinkWith();
    sink.misbehave(faults);
    const outcome = await sendTo(`smtp://localhost:${sink.port}`, { tls: 'whenOffered' });
    assert.equal(outcome.result, result);
    assert.doesNotMatch(JSON.stringify(outcome), /rosnida/);
  });
}

describe('a server', () => {
  const strange: [string, (socket: Socket) => void][] = [
    ['says nothing', () => {}],
    ['hangs up', (socket) => socket.destroy()],
    ['speaks of something else', (socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['never ends its greeting', (socket) => void setInterval(() => socket.write('220-tunggu\r\n'), 100).unref()],
  ];
  for (const [what, greet] of strange) {
    test(`that ${what} is given up in time`, async () => {
      const sockets = new Set<Socket>();
      const server: Server = createServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        greet(socket);
      });
      await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
      open.push({
        end: () => {
          for (const socket of sockets) socket.destroy();
          return new Promise((resolve) => server.close(resolve));
        },
      });
      const { port } = server.address() as { port: number };
      assert.equal((await sendTo(`smtp://localhost:${port}`, { tls: 'whenOffered' })).result, 'failed');
    });
  }

  test('that is not there is tried again later', async () => {
    const sink = await startMailSink();
    await sink.end();
    assert.equal((await sendTo(`smtp://localhost:${sink.port}`)).result, 'failed');
  });

  test('that is called off while it hangs lets go at once', async () => {
    const sink = await sinkWith();
    sink.misbehave({ data: () => 'hang' });
    const calling = new AbortController();
    const sending = channelTo(`smtp://localhost:${sink.port}`, { tls: 'whenOffered', silence: 60 }).send(
      news,
      calling.signal,
    );
    while (sink.attempts() === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    calling.abort();
    assert.equal((await sending).result, 'failed');
  });
});

test('a line break in any part of a message adds no header and no recipient', async () => {
  const sink = await sinkWith();
  const channel = channelTo(`smtp://localhost:${sink.port}`, { tls: 'whenOffered' });
  const broken = '\r\nBcc: orang@lain.example\r\nX-Lain: ya\r\n\r\nisi';
  const signal = AbortSignal.timeout(20_000);
  for (const part of ['id', 'thread', 'subject', 'unsubscribeUrl'] as const)
    await channel.send({ ...news, [part]: `${news[part]}${broken}` }, signal);
  for (const to of [`${news.to}${broken}`, `${news.to}, orang@lain.example`, `<${news.to}> orang@lain.example`, ''])
    assert.equal((await channel.send({ ...news, to }, signal)).result, 'refused');
  assert.ok(sink.arrived.length > 0);
  for (const { to, mail } of sink.arrived) {
    assert.deepEqual(to, [news.to]);
    assert.equal(mail.headers.has('bcc') || mail.headers.has('x-lain'), false);
  }
});

test('without https the one-press button is left out, and the link stays', async () => {
  const sink = await sinkWith();
  await channelTo(`smtp://localhost:${sink.port}`, { tls: 'whenOffered' }).send(
    { ...news, unsubscribeUrl: 'http://localhost:1708/forms/news?number=1' },
    AbortSignal.timeout(20_000),
  );
  const { headers } = sink.arrived[0]!.mail;
  assert.equal(headers.has('list'), true);
  assert.doesNotMatch(sink.arrived[0]!.raw, /List-Unsubscribe-Post/);
});

test('options that cannot be read are named, and not shown', () => {
  for (const options of [
    { server: 'http://lapor:rahasia@mail.example', from },
    { server: 'smtp://lapor:rahasia@mail.example/?tls=no', from },
    { server: 'smtp://lapor:rah%asia@mail.example', from },
    { server: 'smtps://mail.example', from: 'rahasia\r\nBcc: x <lapor@sumbar.example>' },
  ])
    assert.throws(
      () => createEmailChannel(options),
      (error: Error) => /`(?:server|from)`/.test(error.message) && !/rah/.test(error.message),
    );
});
