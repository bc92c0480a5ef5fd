import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { demoKeys, startDemoGateway } from '../../scripts/consumers/demo-gateway.mjs';
import { createFakeGateway } from '@lapor/client/testing';
import { runProgram } from '../run-program.test.support.mjs';

const skip = spawnSync('php', ['--version']).status !== 0 && 'PHP is not on this machine (Debian: php-cli)';

let gateway;
before(async () => {
  if (!skip) gateway = await startDemoGateway();
});
after(() => gateway?.close());

const run = (words, settings = {}) =>
  runProgram('php', [join(import.meta.dirname, 'submit.php'), ...words], {
    LAPOR_GATEWAY: gateway.url,
    LAPOR_SITE_KEY: demoKeys.siteKey,
    ...settings,
  });
const words = ['Lampu jalan mati', 'Lampu jalan di depan pasar mati sejak Senin.'];

test('a report is filed from PHP, once for each attempt', { skip }, async () => {
  const named = { LAPOR_ATTEMPT: 'formulir-4711' };
  const [first, again] = [await run(words, named), await run(words, named)];
  assert.match(JSON.parse(first.stdout).trackingId, /^\d+$/, first.stderr);
  assert.equal(first.stdout, again.stdout);
});

test('what is wrong is told by part', { skip }, async () => {
  const { status, stderr } = await run(['Lampu jalan mati', '']);
  assert.equal(status, 1);
  assert.match(stderr, /^\/content: /m);
});

test('a lost answer, a failure and a limit are one report', { skip }, async () => {
  const fake = createFakeGateway({
    disturbances: [{ kind: 'dropAfter' }, { kind: 'failAfter' }, { kind: 'limit', retryAfter: 1 }],
  });
  const { url, close } = await fake.listen();
  try {
    const { status, stderr } = await run(words, { LAPOR_GATEWAY: url, LAPOR_SITE_KEY: fake.siteKey });
    assert.equal(status, 0, stderr);
    assert.deepEqual([fake.reports.length, fake.calls.length], [1, 4]);
  } finally {
    await close();
  }
});
