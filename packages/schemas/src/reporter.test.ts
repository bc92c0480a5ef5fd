import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reporter } from './reporter.ts';

test('nothing about a reporter is needed', () => {
  assert.deepEqual(Reporter.parse({}), {});
});

test('one name is a whole name, in any script', () => {
  for (const name of ['Suharto', 'Ny. Rahmi Yuliani, S.Pd.', "D'Angelo", 'Siti A’isyah', 'ꦫꦠꦸ', 'I'])
    assert.equal(Reporter.parse({ name }).name, name);
  for (const name of ['', '   ', '\u200B', 'x'.repeat(101)]) assert.ok(!Reporter.safeParse({ name }).success, name);
});

test('an e-mail address has a mailbox and a host', () => {
  for (const email of ['rahmi.yuliani@contoh.example', 'budi+lapor@dinas.padang.go.id', "o'neil@contoh.example"])
    assert.ok(Reporter.safeParse({ email }).success, email);
  const refused = [
    'rahmi',
    'rahmi@',
    '@contoh.example',
    'rahmi@localhost',
    'a..b@contoh.example',
    'rahmi@contoh.example\r\nBcc: x@y.id',
    'Rahmi <rahmi@contoh.example>',
    `${'x'.repeat(250)}@a.id`,
  ];
  for (const email of refused) assert.ok(!Reporter.safeParse({ email }).success, email);
});

test('a telephone number comes as E.164', () => {
  assert.ok(Reporter.safeParse({ phone: '+628126712345' }).success);
  assert.ok(!Reporter.safeParse({ phone: '0812-6712-345' }).success);
});
