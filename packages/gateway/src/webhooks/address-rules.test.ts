import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { openTestGateway, testKeys } from '../test-gateway.test.support.ts';
import { addressRules } from './address-rules.ts';
import { createReceiverClient } from './post-to-receiver.ts';
import { mayReceive } from './receiver-url.ts';

const inner = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://0.0.0.0/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::127.0.0.1]/',
  'http://[::10.0.0.1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[fec0::1]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
];

test('inner addresses are refused in whatever way they are written', () => {
  for (const url of inner) assert.equal(mayReceive(url, { http: true }, addressRules([])), false, url);
});

test('public addresses and names are taken', () => {
  for (const url of ['https://93.184.216.34/', 'https://[2606:2800:220:1::1]/', 'https://kantor.example/kabar?x=1'])
    assert.equal(mayReceive(url, { http: false }, addressRules([])), true, url);
});

test('a named network is allowed, and nothing beside it', () => {
  const rules = addressRules(['10.20.0.0/16', 'fd12:3456::/32']);
  for (const [address, isAllowed] of [
    ['10.20.255.1', true],
    ['::ffff:10.20.0.1', true],
    ['10.21.0.1', false],
    ['fd12:3456:1::1', true],
    ['fd12:3457::1', false],
    ['169.254.169.254', false],
    ['bukan alamat', false],
  ] as const)
    assert.equal(rules.allows(address), isAllowed, address);
});

test('credentials in an address and other schemes are refused', () => {
  for (const url of ['https://a:b@kantor.example/', 'ftp://kantor.example/', 'http://kantor.example/', 'bukan alamat'])
    assert.equal(mayReceive(url, { http: false }, addressRules([])), false, url);
});

test('a name that means a public address first and an inner one when it is connected to reaches nobody', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const answers: LookupAddress[][] = [[{ address: '127.0.0.1', family: 4 }], [{ address: '::1', family: 6 }]];
  const rules = addressRules([], (_name, _options, done) =>
    done(null, answers.shift() ?? [{ address: '127.0.0.1', family: 4 }]),
  );
  const client = createReceiverClient({ http: true, patience: 5 }, rules);
  for (let count = 0; count < 3; count += 1) {
    const { error, status } = await client.post(`http://berganti.example:${port}/`, {}, '{}');
    assert.equal(status, undefined);
    assert.match(error ?? '', /network that this gateway does not send to/);
  }
  await client.close();
  server.close();
  assert.equal(connections, 0);
});

test('of a name’s addresses only the allowed ones are connected to', (_, done) => {
  const rules = addressRules([], (_name, _options, answer) =>
    answer(null, [
      { address: '10.0.0.1', family: 4 },
      { address: '93.184.216.34', family: 4 },
    ]),
  );
  rules.lookup('campur.example', { all: true }, (error, addresses) => {
    assert.equal(error, null);
    assert.deepEqual(addresses, [{ address: '93.184.216.34', family: 4 }]);
    done();
  });
});

test('a gateway that was told nothing takes neither an inner address nor one without encryption, and reaches no inner name', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => void server.listen(0, 'localhost', resolve));
  const { port } = server.address() as { port: number };
  const { gateway, call } = await openTestGateway({ memory: true }, { webhooks: { pauses: [] } });
  const add = (url: string) => call('POST', '/v1/desk/webhooks', { key: testKeys.admin, body: { url } });
  for (const url of ['https://127.0.0.1/', 'https://[::ffff:10.0.0.1]/', 'http://kantor.example/']) {
    const { status, body } = await add(url);
    assert.deepEqual([status, body.errors?.[0]?.pointer], [422, '/url'], url);
  }
  const { body } = await add(`https://localhost:${port}/`);
  assert.equal(
    (await call('PATCH', `/v1/desk/webhooks/${body.id}`, { key: testKeys.admin, body: { url: 'https://10.0.0.1/' } }))
      .status,
    422,
  );
  await call('POST', `/v1/desk/webhooks/${body.id}/test`, { key: testKeys.admin });
  await gateway.clockWork.runDue('2026-03-10T02:00:00Z');
  const { items } = (await call('GET', `/v1/desk/webhooks/${body.id}/deliveries`, { key: testKeys.admin })).body;
  assert.deepEqual([items[0].state, connections], ['failed', 0]);
  assert.match(items[0].lastError, /network that this gateway does not send to/);
  await gateway.close();
  server.close();
});
