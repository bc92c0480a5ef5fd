import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessKey, NewAccessKey } from './access-key.ts';

test('a publishable key belongs to a site, a secret one to an institution and a role', () => {
  const publishable = { kind: 'publishable', siteId: 'padang', name: 'Situs kota' };
  const secret = { kind: 'secret', institutionId: 'dinas-pupr', role: 'liaisonOfficer', name: 'Aplikasi PUPR' };
  for (const key of [publishable, secret]) assert.deepEqual(NewAccessKey.parse(key), key);
  assert.ok(!NewAccessKey.safeParse({ ...publishable, kind: 'secret' }).success);
  assert.ok(!NewAccessKey.safeParse({ ...secret, kind: 'publishable' }).success);
});

test('a publishable key is never given a role, nor a key an invented one', () => {
  assert.ok(
    !NewAccessKey.safeParse({ kind: 'publishable', siteId: 'padang', name: 'x', role: 'nationalAdmin' }).success,
  );
  assert.ok(!NewAccessKey.safeParse({ kind: 'secret', institutionId: 'a', name: 'x', role: 'root' }).success);
});

test('whoever lists keys does not see the secret', () => {
  const stored = {
    id: 'key_1',
    kind: 'secret',
    name: 'x',
    prefix: 'sk_ab',
    createdAt: '2026-11-22T01:15:50Z',
    key: 'sk_abcdef',
  };
  assert.equal('key' in AccessKey.parse(stored), false);
});
