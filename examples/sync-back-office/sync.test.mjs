import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { demoKeys, sampleReport, startDemoGateway } from '../../scripts/consumers/demo-gateway.mjs';
import { createClient, createDeskClient } from '@lapor/client';

let folder;
let gateway;
let program;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lapor-sync-'));
  // Here the receiver is on this very machine, which a gateway posts to only when it is told to.
  process.env['LAPOR_WEBHOOKS_HTTP'] = 'true';
  process.env['LAPOR_WEBHOOKS_NETWORKS'] = '127.0.0.0/8';
  gateway = await startDemoGateway();
  program = spawn(process.execPath, ['--conditions=@lapor/source', join(import.meta.dirname, 'sync.mjs')], {
    env: {
      ...process.env,
      LAPOR_GATEWAY: gateway.url,
      LAPOR_SECRET_KEY: demoKeys.secretKey,
      DATABASE: join(folder, 'reports.db'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([
    once(program.stdout, 'data'),
    once(program, 'exit').then(([code]) => Promise.reject(new Error(`sync.mjs ended with ${code}`))),
  ]);
  assert.match(String(said), /in step/);
});
after(async () => {
  if (program?.exitCode === null) {
    program.kill('SIGTERM');
    await once(program, 'exit');
  }
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

const copied = (trackingId) => {
  const database = new DatabaseSync(join(folder, 'reports.db'), { readOnly: true, timeout: 10_000 });
  try {
    return trackingId === undefined
      ? database.prepare('select count(*) as count from report').get()
      : database.prepare('select status, owner, version from report where tracking_id = ?').get(trackingId);
  } finally {
    database.close();
  }
};

const until = async (holds) => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (holds()) return;
    await wait(100);
  }
  assert.fail('the copy did not come in step');
};

test('what was there before is copied, and what happens afterwards follows by webhook', async () => {
  const desk = createDeskClient({ gateway: gateway.url, secretKey: demoKeys.secretKey });
  assert.equal(copied().count, (await desk.desk.list({ limit: 100 }).toArray()).length);
  const site = createClient({ gateway: gateway.url, siteKey: demoKeys.siteKey });
  const { trackingId } = await site.reports.submit(sampleReport());
  await until(() => copied(trackingId)?.status === 'unverified');
  await desk.desk.act(trackingId, { type: 'verify' });
  const { version } = await desk.desk.act(trackingId, { type: 'dispose', to: 'sumbar.dinas-bmcktr' });
  await until(() => copied(trackingId)?.version === version);
  const { status, owner } = copied(trackingId);
  assert.deepEqual([status, owner], ['disposed', 'sumbar.dinas-bmcktr']);
});
