import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerAddress } from './caller-address.ts';

test('without a trusted proxy the socket’s address counts, whatever the caller tells', () => {
  assert.equal(callerAddress('10.0.0.1', '1.2.3.4', 0), '10.0.0.1');
  assert.equal(callerAddress(undefined, '1.2.3.4', 0), 'unknown');
});

test('with trusted proxies only their own entries count, from the right', () => {
  assert.equal(callerAddress('10.0.0.1', '6.6.6.6, 1.2.3.4', 1), '1.2.3.4');
  assert.equal(callerAddress('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2), '1.2.3.4');
  assert.equal(callerAddress('10.0.0.1', '2001:db8::1', 1), '2001:db8::1');
});

test('a caller that came past the proxies is known by its socket', () => {
  assert.equal(callerAddress('10.0.0.1', null, 1), '10.0.0.1');
  assert.equal(callerAddress('10.0.0.1', '1.2.3.4', 3), '10.0.0.1');
});

test('a port behind an address is no part of it', () => {
  assert.equal(callerAddress('10.0.0.1', '1.2.3.4:52811', 1), '1.2.3.4');
  assert.equal(callerAddress('10.0.0.1', '[2001:db8::1]:52811', 1), '2001:db8::1');
  assert.equal(callerAddress('10.0.0.1', '[2001:db8::1]', 1), '2001:db8::1');
});

test('what is no address is not believed', () => {
  for (const told of ['', ',', 'unknown', '_hidden', '1.2.3', '1.2.3.4 or so', 'a'.repeat(10_000)])
    assert.equal(callerAddress('10.0.0.1', told, 1), '10.0.0.1');
});
