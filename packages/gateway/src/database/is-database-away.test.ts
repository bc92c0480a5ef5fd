import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDatabaseAway } from './is-database-away.ts';

const coded = (code: string, more: object = {}): Error => Object.assign(new Error('x'), { code, ...more });

test('a server that is starting, stopping, full, locked out or on a broken disk is away', () => {
  for (const code of [
    '08006',
    '28P01',
    '3D000',
    '53100',
    '53300',
    '57P01',
    '57P03',
    '57014',
    '58030',
    '25006',
    '40P01',
  ])
    assert.ok(isDatabaseAway(coded(code)), code);
});

test('a socket that leads nowhere is one, also when several addresses were tried', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT', 'EAI_AGAIN', 'EPIPE'])
    assert.ok(isDatabaseAway(new AggregateError([coded(code)])), code);
  assert.ok(isDatabaseAway(coded('ENOENT', { syscall: 'connect', path: '/run/postgresql/.s.PGSQL.5432' })));
});

test('what the driver says in words alone is one', () => {
  for (const message of [
    'Connection terminated unexpectedly',
    'Connection terminated due to connection timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Query read timeout',
    'Client has encountered a connection error and is not queryable',
    'Cannot use a pool after calling end on the pool',
  ])
    assert.ok(isDatabaseAway(new Error(message)), message);
});

test('our own mistakes and files that are missing are not', () => {
  for (const error of [
    coded('42601'),
    coded('22P02'),
    coded('23505'),
    coded('ENOENT', { syscall: 'open' }),
    new TypeError('x is undefined'),
    new Error('timeouts are no error'),
    'ECONNREFUSED',
    undefined,
  ])
    assert.ok(!isDatabaseAway(error), String((error as { code?: string } | undefined)?.code ?? error));
});
