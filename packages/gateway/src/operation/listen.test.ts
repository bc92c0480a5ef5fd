import assert from 'node:assert/strict';
import { Agent, get } from 'node:http';
import { connect } from 'node:net';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, type ListenOptions, type Listening } from './listen.ts';

const opened: Listening[] = [];
after(() => Promise.all(opened.map((listening) => listening.stop())));

const open = async (options: Partial<ListenOptions> = {}): Promise<Listening> => {
  const listening = await listen({
    port: 0,
    host: '127.0.0.1',
    trustedProxies: 0,
    grace: 2_000,
    answer: async (_, address) => new Response(address),
    ...options,
  });
  opened.push(listening);
  return listening;
};

test('the caller’s address is told with its request', async () => {
  const { url } = await open();
  assert.equal(await (await fetch(url)).text(), '127.0.0.1');
  const behind = await open({ trustedProxies: 1 });
  assert.equal(
    await (await fetch(behind.url, { headers: { 'x-forwarded-for': '6.6.6.6, 1.2.3.4' } })).text(),
    '1.2.3.4',
  );
});

test('an address of IPv6 stands in brackets', async (t) => {
  const listening = await open({ host: '::1' }).catch(() => undefined);
  if (listening === undefined) return t.skip('this machine has no IPv6');
  assert.match(listening.url, /^http:\/\/\[::1\]:\d+$/);
});

test('a port that is taken is told with what to do', async () => {
  const { port } = await open();
  await assert.rejects(open({ port }), {
    message: `lapor-gateway: Port ${port} of 127.0.0.1 is taken. Choose another one with --port.`,
  });
});

test('an address that this machine does not have is told with what to do', async () => {
  for (const host of ['192.0.2.1', 'nowhere.invalid'])
    await assert.rejects(open({ host }), {
      message: `lapor-gateway: \`${host}\` is no address of this machine. Choose another one with --host.`,
    });
});

test('a call under way is answered before it stops, and no new one is taken', async () => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>();
  const { url, stop } = await open({
    async answer() {
      arrive();
      await released;
      return new Response('done');
    },
  });
  const answer = fetch(url);
  await arrived;
  const stopped = stop();
  await wait(100);
  await assert.rejects(fetch(url));
  release();
  assert.equal(await (await answer).text(), 'done');
  await stopped;
});

test('a connection that is kept open for nothing does not keep it from stopping', async () => {
  const { url, stop } = await open({ grace: 60_000 });
  await (await fetch(url, { headers: { connection: 'keep-alive' } })).text();
  const began = performance.now();
  await stop();
  assert.ok(performance.now() - began < 5_000);
});

test('a connection on which one call follows the other ends with the answer under way', async () => {
  // Each answer takes a while, so that the connection is hardly ever found idle.
  const { url, stop } = await open({ grace: 60_000, answer: () => wait(20, new Response('done')) });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const call = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(url, { agent }, (answer) => answer.resume().once('end', resolve)).once('error', reject);
    });
  await call();
  let answered = 0;
  const callAgainAndAgain = async (): Promise<void> => {
    for (;;) {
      await call();
      answered += 1;
    }
  };
  const refused = assert.rejects(callAgainAndAgain);
  await wait(100);
  const before = answered;
  await Promise.all([stop(), refused]);
  agent.destroy();
  assert.ok(answered <= before + 1, `${answered - before} calls were answered after it was told to stop`);
});

test('a call that does not come to its end is cut off', async () => {
  const { port, stop } = await open({ grace: 300, answer: async (request) => new Response(await request.text()) });
  const socket = connect(port, '127.0.0.1')
    .on('error', () => {})
    .resume();
  socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nslow');
  await wait(100);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await stop();
  await closed;
});
