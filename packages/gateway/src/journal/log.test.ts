import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../refusal/refusal.ts';
import { createCallJournal } from './call-journal.ts';
import { errorFacts } from './error-facts.ts';
import { createLog } from './log.ts';

const openLog = (level: Parameters<typeof createLog>[0] = 'debug') => {
  const lines: string[] = [];
  return {
    log: createLog(level, { write: (line) => void lines.push(line) }),
    lines,
    last: () => JSON.parse(lines.at(-1) ?? 'null'),
  };
};

const call = {
  method: 'POST',
  status: 201,
  milliseconds: 12.3456,
  requestId: 'r-1',
  operation: 'submitReport',
  route: '/v1/reports',
};

test('a call is one line with its request, operation, route, status and time', () => {
  const { log, lines, last } = openLog();
  createCallJournal(log).answered(call);
  assert.equal(lines.length, 1);
  const { level, msg, requestId, method, operation, route, status, milliseconds, time } = last();
  assert.deepEqual(
    { level, msg, requestId, method, operation, route, status, milliseconds },
    { level: 'info', msg: 'answered', ...call, milliseconds: 12.3 },
  );
  assert.match(time, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

test('what machines ask every second stands in the log only where everything does', () => {
  const { log, lines } = openLog('info');
  const journal = createCallJournal(log);
  for (const operation of ['getHealth', 'getReadiness', 'getMetrics'])
    journal.answered({ ...call, operation, status: 200 });
  assert.equal(lines.length, 0);
  journal.answered({ ...call, operation: 'getReadiness', status: 503 });
  assert.equal(lines.length, 1);
});

test('a call that failed is an error with its cause, one that was refused is none', () => {
  const { log, lines, last } = openLog();
  const journal = createCallJournal(log);
  journal.failed(new Refusal('notFound'), call);
  journal.failed(new Refusal('malformedRequest', {}, { cause: new SyntaxError('Unexpected token') }), call);
  assert.equal(lines.length, 0);
  journal.failed(new TypeError('x is undefined'), { requestId: 'r-1', operation: 'submitReport' });
  const { level, requestId, error } = last();
  assert.deepEqual([level, requestId, error.name, error.message], ['error', 'r-1', 'TypeError', 'x is undefined']);
  journal.failed(new Refusal('unavailable', {}, { cause: new Error('Connection terminated') }), call);
  assert.equal(last().error.message, 'Connection terminated');
});

test('what a parser or the database cites of people’s words stays out of the log', () => {
  const secret = 'Budi 0812-3456-7890';
  const ofDatabase = Object.assign(new Error(`invalid input syntax for type date: "${secret}"`), {
    code: '22007',
    detail: secret,
    where: secret,
    query: secret,
  });
  const ofParser = new SyntaxError(`Unexpected token 'B', "${secret}" is not valid JSON`);
  const constraint = Object.assign(new Error('duplicate key value violates unique constraint "report_pkey"'), {
    code: '23505',
    detail: `Key (title)=(${secret}) already exists.`,
    constraint: 'report_pkey',
  });
  const { log, lines } = openLog();
  for (const error of [ofDatabase, ofParser, constraint, new Error('wrapped', { cause: ofDatabase })])
    log.error({ error }, 'failed');
  assert.ok(!lines.join('').includes('Budi'));
  assert.deepEqual([errorFacts(constraint).code, errorFacts(constraint).constraint], ['23505', 'report_pkey']);
  assert.match(errorFacts(ofDatabase).stack ?? '', /log\.test\.ts/);
});

test('secrets are masked under whatever name they come', () => {
  const { log, lines } = openLog();
  log.info(
    {
      authorization: 'Bearer sk_rahasia',
      token: 'rt_rahasia',
      inner: { password: 'rahasia', databaseUrl: 'postgres://rahasia' },
    },
    'x',
  );
  log.error({ error: new Error('postgres://lapor:rahasia@db is away') }, 'x');
  assert.ok(!lines.join('').includes('rahasia'), lines.join(''));
});

test('a silent log is silent', () => {
  const { log, lines } = openLog('silent');
  log.error({}, 'x');
  assert.equal(lines.length, 0);
});
