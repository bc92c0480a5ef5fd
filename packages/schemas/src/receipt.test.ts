import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Receipt } from './receipt.ts';

const receipt = {
  trackingId: '9165816',
  token: 'rt_c2VjcmV0LXRva2Vu',
  receivedAt: '2026-11-22T01:15:50Z',
  status: { code: 'unverified', label: 'Menunggu verifikasi' },
  owner: { id: 'admin-padang', name: 'Admin Kota Padang' },
  deadlines: [],
};

test('a receipt says under which number, who has it and until when', () => {
  assert.deepEqual(Receipt.parse(receipt), receipt);
  for (const part of Object.keys(receipt))
    assert.ok(!Receipt.safeParse({ ...receipt, [part]: undefined }).success, part);
});

test('a token cannot be mistaken for a key, and is too long to guess', () => {
  for (const token of ['pk_c2VjcmV0LXRva2Vu', 'sk_c2VjcmV0LXRva2Vu', 'rt_short', 'rt_c2VjcmV0 LXRva2Vu', ''])
    assert.ok(!Receipt.safeParse({ ...receipt, token }).success, token);
});
