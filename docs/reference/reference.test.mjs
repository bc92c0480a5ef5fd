import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { createReference } from './reference.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'lapor-reference-'));
const document = join(temporary, 'openapi.json');
const server = createReference({ document });
let origin;

before(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${server.address().port}`;
});
after(() => {
  server.close();
  rmSync(temporary, { recursive: true });
});

test('without a document the page says which file is missing', async () => {
  const answer = await fetch(origin);
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /no OpenAPI document at .*openapi\.json/);
});

test('with a document', async (t) => {
  writeFileSync(document, '{"openapi":"3.1.0","info":{"title":"Sample","version":"1"},"paths":{}}');

  await t.test('the page, its files and the document have their types', async () => {
    for (const [path, type] of [
      ['/', 'text/html'],
      ['/page.css', 'text/css'],
      ['/page.js', 'text/javascript'],
      ['/redoc.js', 'text/javascript'],
      ['/openapi.json', 'application/json'],
    ]) {
      const answer = await fetch(origin + path);
      assert.equal(answer.status, 200, path);
      assert.equal(answer.headers.get('content-type'), `${type}; charset=utf-8`);
      assert.notEqual(await answer.text(), '');
    }
  });

  await t.test('the document is served as it is now', async () => {
    const changed = '{"openapi":"3.1.0","info":{"title":"Changed","version":"2"},"paths":{}}';
    writeFileSync(document, changed);
    assert.equal(await (await fetch(`${origin}/openapi.json`)).text(), changed);
  });

  await t.test('everything that the page loads is its own', async () => {
    const page = await (await fetch(origin)).text();
    const loaded = [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address);
    assert.ok(loaded.length >= 4);
    for (const address of loaded) assert.match(address, /^(\/(?!\/)|data:)/);
    assert.doesNotMatch(await (await fetch(`${origin}/redoc.js`)).text(), /cdn\.redoc\.ly/);
  });

  await t.test('the security policy names no other host', async () => {
    const policy = (await fetch(origin)).headers.get('content-security-policy');
    assert.match(policy, /default-src 'none'/);
    assert.doesNotMatch(policy, /https?:|\*|unsafe-eval/);
  });

  await t.test('HEAD answers without a body, other methods and paths are refused', async () => {
    const head = await fetch(origin, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
    const post = await fetch(origin, { method: 'POST' });
    assert.deepEqual([post.status, post.headers.get('allow')], [405, 'GET, HEAD']);
    for (const path of ['/elsewhere', '/../package.json', '/constructor', '//', '/page.html?page.css'])
      assert.equal((await fetch(origin + path)).status, 404, path);
  });
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`the command says when it is ready and stops at ${signal}, even when the signal comes twice`, async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'serve.mjs')], {
      env: { ...process.env, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(child.stdout.setEncoding('utf8'), 'data');
    assert.match(line, /^ready: http:\/\/localhost:\d+\n$/);
    const held = await fetch(line.slice('ready: '.length).trim().replace('localhost', '127.0.0.1'));
    await held.text();
    child.kill(signal);
    child.kill(signal);
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
}
