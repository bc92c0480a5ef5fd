// `npm start` without npm: the two gateways and the page, and the walk that the README promises.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';

const root = join(import.meta.dirname, '..');
const onPosix = { skip: process.platform === 'win32' ? 'the walk is for a shell' : false, timeout: 180_000 };

/** The blocks of the README's section, as one script. */
const walk = () => {
  const section = readFileSync(join(root, 'README.md'), 'utf8').split(/^## /m);
  const own = section.find((part) => part.startsWith('From a page to the nation, and back\n'));
  return [...own.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join('');
};

let folder;
let child;
let said = '';
let ended;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lapor-dev-'));
  child = spawn(process.execPath, ['scripts/dev.mjs', '--built'], {
    cwd: root,
    env: { ...process.env, GATEWAY_PORT: '0', NATIONAL_PORT: '0', SITES_PORT: '0', LAPOR_DATA: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ended = once(child, 'close');
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
        if (/^ready: http/m.test(said)) resolve();
      });
    ended.then(() => reject(new Error(said)));
  });
});
after(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const addressOf = (name) => new RegExp(`^${name}: (http[^,\\s]+)`, 'm').exec(said)[1];

test('a region, a nation and a page answer once `ready:` stands there', onPosix, async () => {
  for (const gateway of [addressOf('the region'), addressOf('the nation')])
    assert.equal((await fetch(`${gateway}/readyz`)).status, 200);
  const page = await fetch(addressOf('ready'));
  assert.match(await page.text(), new RegExp(`gateway="${addressOf('the region')}"`));
  const site = await fetch(`${addressOf('the region')}/v1/site`, {
    headers: { authorization: 'Bearer pk_demo_sumbar', origin: addressOf('ready') },
  });
  assert.equal(site.status, 200);
});

test('the walk of the README goes from the region to the nation and back', onPosix, () => {
  writeFileSync(join(folder, '.curlrc'), 'fail-with-body\n');
  const script = walk()
    .replace('region=http://localhost:1708', `region=${addressOf('the region')}`)
    .replace('nation=http://localhost:1709', `nation=${addressOf('the nation')}`);
  const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, CURL_HOME: folder },
  });
  assert.equal(status, 0, `${stdout}${stderr}`);
  const [first, ...others] = stdout.trim().split('\n');
  assert.match(first, /^national number: \d+$/);
  assert.deepEqual(others, [
    'verified',
    'disposed',
    'followedUp',
    'Ditindaklanjuti oleh Instansi',
    '"kind":"reporterResponse"',
    'reporterReplied',
    'completed',
    'completed',
  ]);
});

test('a signal stops all three, and nothing is left behind', onPosix, async () => {
  const addresses = ['the region', 'the nation', 'ready'].map(addressOf);
  child.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null]);
  for (const address of addresses) await assert.rejects(fetch(address));
});
