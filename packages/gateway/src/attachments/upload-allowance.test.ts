import assert from 'node:assert/strict';
import { test } from 'node:test';
import { network } from '../http/limit-rate.ts';
import type { RequestContext } from '../http/request-context.ts';
import { createUploadAllowance } from './upload-allowance.ts';

const megabytes = 1024 * 1024;

const caller = (address: string, kind: 'reporter' | 'desk' = 'reporter'): RequestContext => {
  const identity =
    kind === 'desk'
      ? { kind, keyId: 'k', institutionId: 'padang', role: 'institutionAdmin' as const }
      : { kind, reportId: '1', trackingId: '1' };
  return {
    identity,
    address,
    language: 'id',
    requestId: 'r',
    now: '2026-03-10T00:00:00Z',
    request: new Request('http://localhost/'),
  };
};

test('one address may send a hundred reports’ files in an hour, and no more; another is not hindered by it', async () => {
  const allow = createUploadAllowance();
  for (let sent = 0; sent < 128; sent += 1) await allow(caller('2001:db8::1'), 2 * megabytes);
  await assert.rejects(allow(caller('2001:db8::1'), 1), { code: 'rateLimited' });
  await assert.rejects(allow(caller('2001:db8::beef'), 1), { code: 'rateLimited' }, 'of the same household');
  await allow(caller('2001:db8:1::1'), 2 * megabytes);
});

test('an institution’s own programs are not limited', async () => {
  const allow = createUploadAllowance();
  for (let sent = 0; sent < 200; sent += 1) await allow(caller('10.0.0.1', 'desk'), 2 * megabytes);
});

test('an address is one caller however it is written, and a network of 64 bits is one', () => {
  const same = [
    ['2001:db8::1', '2001:0DB8:0:0:ffff::9'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80:0:0:0:1:2:3:4'],
    ['::1', '::2'],
  ];
  for (const [one, other] of same) assert.equal(network(one!), network(other!));
  assert.notEqual(network('2001:db8:0:1::1'), network('2001:db8::1'));
  assert.notEqual(network('203.0.113.7'), network('203.0.113.8'));
});
