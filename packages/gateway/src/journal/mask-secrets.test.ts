import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newKey } from '../keys/hash-key.ts';
import { maskSecrets } from './mask-secrets.ts';

test('credentials within an address are masked, the rest of it stays', () => {
  assert.equal(
    maskSecrets('cannot reach postgres://lapor:rahasia@db:5432/lapor?ssl=true'),
    'cannot reach postgres://***@db:5432/lapor?ssl=true',
  );
  assert.equal(maskSecrets('https://id:kunci@s3.example/bucket'), 'https://***@s3.example/bucket');
  assert.equal(
    maskSecrets('postgres://db/lapor?user=lapor&password=rahasia&x=1'),
    'postgres://db/lapor?user=lapor&password=***&x=1',
  );
});

test('a password that holds signs of its own is masked as well', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9@:#?!$&*()+=,;%/-]{6,30}$/), (password) => {
      const secret = `Z${password}Z`;
      assert.ok(!maskSecrets(`error: postgres://lapor:${secret}@db/lapor`).includes(secret));
    }),
  );
});

test('keys and tokens keep what their lists show, and no more', () => {
  const keys = [
    newKey('publishable'),
    newKey('secret'),
    'pk__J2dHT4ClI51TOvNc2S29U1VrXA',
    'sk_--_4ClI51TOvNc2S29U1VrXAJ2d',
  ];
  for (const key of keys) {
    const masked = maskSecrets(`Bearer ${key}, and so on`);
    assert.ok(!masked.includes(key.slice(0, 10)), masked);
    assert.ok(masked.endsWith('***, and so on'), masked);
  }
  assert.equal(maskSecrets('rt_1000250_sBRZY-n1UzVLg1BHJDD1Te4c0jf7SQplUzB'), 'rt_1000250_***');
});

test('plain sentences stay as they are', () => {
  const sentence =
    'The folder `/srv/lapor` is in use; see https://lapor.example/help?topic=folder, or write to admin@lapor.example.';
  assert.equal(maskSecrets(sentence), sentence);
});
