import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Ended, runGateway, type Served, startServing, temporaryFolder } from './run-gateway.test.support.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** The commands of a section, each block a text. */
const blocksOf = (heading: string): string[] => {
  const section = readme.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = '']) => block);
};
const argumentsOf = (block: string | undefined): string[] =>
  /^npx lapor-gateway (.+)$/m.exec(block ?? '')?.[1]?.split(' ') ?? [];

const [startBlock] = blocksOf('Start');
const walk = blocksOf("A report's whole way, by curl");
const verifyBlock = walk.pop();

/** What the page says that the steps print, after the number. */
const promised = ['verified', 'disposed', 'inProgress', 'followedUp', 'Ditindaklanjuti', 'completed'];

const hasTool = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

/** The few things of curl that the page uses, by fetch: for machines without curl. */
const curlByFetch = `#!${process.execPath}
const args = process.argv.slice(2);
const headers = {};
let address, body;
while (args.length > 0) {
  const word = args.shift();
  if (word === '-H') { const [, name, value] = /^([^:]+): *(.*)$/.exec(args.shift()); headers[name] = value; }
  else if (word === '-d') body = args.shift();
  else if (word.startsWith('-') && word !== '-s') throw new Error('no such option here: ' + word);
  else if (word !== '-s') address = word;
}
const answer = await fetch(address, { method: body === undefined ? 'GET' : 'POST', headers, body });
process.stdout.write(await answer.text());
process.exitCode = answer.ok ? 0 : 22;
`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let served: Served;

before(async () => {
  folder = await temporaryFolder();
  served = await startServing([...argumentsOf(startBlock).slice(1), '--port', '0'], { folder: folder.path });
});
after(async () => {
  served?.signal('SIGKILL');
  await folder.remove();
});

/** Walks as the page says; a step that is refused ends the walk. */
const walkBy = (tools: string | undefined, attempt: string) => {
  const script = walk
    .join('')
    .replace(/^gateway=.*$/m, `gateway=${served.url}`)
    .replaceAll(/(Idempotency-Key: [\w-]+)-1'/g, `$1-${attempt}'`);
  return spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    encoding: 'utf8',
    // curl reads its own settings from here: an answer that refuses is a failure.
    env: { ...process.env, PATH: [tools, process.env['PATH']].filter(Boolean).join(delimiter), CURL_HOME: folder.path },
  });
};

const checkWalk = ({ stdout, stderr, status }: ReturnType<typeof walkBy>): void => {
  const [first, second, ...said] = stdout.trim().split('\n');
  assert.equal(status, 0, `${stdout}${stderr}`);
  assert.match(first ?? '', /^\d{7}$/);
  assert.equal(second, first);
  assert.deepEqual(said, promised);
};

test('the page tells the start, the walk and the check', () => {
  assert.deepEqual(argumentsOf(startBlock), ['serve', '--demo']);
  assert.deepEqual(argumentsOf(verifyBlock), ['verify']);
  assert.ok(walk.length >= 8);
  for (const word of promised) assert.ok(readme.includes(`\`${word}\``), word);
});

test('an empty folder is served with its demo, and /readyz answers 200', async (t) => {
  const { status } = await fetch(`${served.url}/readyz`);
  t.diagnostic(`ready after ${served.seconds.toFixed(1)} s`);
  assert.equal(status, 200);
  assert.ok(served.seconds < 90, `it took ${served.seconds} s`);
});

test('the walk of the page succeeds at every step, by fetch', { skip: !hasTool('bash') }, async () => {
  const tools = join(folder.path, 'tools');
  await mkdir(tools);
  await writeFile(join(tools, 'package.json'), '{ "type": "module" }');
  await writeFile(join(tools, 'curl'), curlByFetch);
  await chmod(join(tools, 'curl'), 0o755);
  checkWalk(walkBy(tools, '1'));
});

test(
  'the walk of the page succeeds at every step, by curl',
  { skip: !hasTool('bash') || !hasTool('curl') },
  async () => {
    await writeFile(join(folder.path, '.curlrc'), 'fail\nshow-error\n');
    checkWalk(walkBy(undefined, '2'));
  },
);

test(
  'the same walk again is refused nowhere, and files nothing new',
  { skip: !hasTool('bash') || !hasTool('curl') },
  () => {
    const { stdout, status } = walkBy(undefined, '2');
    const numbers = (text: string) => text.split('\n').slice(0, 2);
    assert.equal(status, 0);
    assert.deepEqual(numbers(stdout), numbers(walkBy(undefined, '2').stdout));
  },
);

test('a second process cannot open the folder, and says who has it', async () => {
  const { code, stderr } = await runGateway(['verify'], { folder: folder.path });
  assert.equal(code, 1);
  assert.match(
    stderr,
    /^lapor-gateway: the folder `.*` is in use by process \d+\. Stop that one first; several at once need PostgreSQL\.\n$/,
  );
});

test('it stops at SIGINT, and every chain is whole', async () => {
  served.signal('SIGINT');
  const { code, stdout } = await served.ended;
  assert.equal(code, 0);
  assert.equal(stdout, `ready: ${served.url}\n`);
  const verified = await runGateway(argumentsOf(verifyBlock), { folder: folder.path });
  assert.match(verified.stdout, /^\d+ reports with \d+ events: 0 broken, 0 stale, 0 rebuilt\n$/);
  assert.equal(verified.code, 0, verified.stderr);
});

/** Everything that the gateway wrote while it was walked through. */
const secretsIn = ({ stdout, stderr }: Ended): string[] =>
  [
    'Jembatan gantung',
    'Koto Tuo',
    'pk_demo',
    'sk_demo',
    'rt_1',
    'jembatan+putus',
    '127.0.0.1:',
    'Tim memeriksa',
  ].filter((secret) => `${stdout}${stderr}`.replaceAll(served.url, '').includes(secret));

test('its log holds neither what was written nor keys, queries or addresses', async () => {
  const ended = await served.ended;
  assert.deepEqual(secretsIn(ended), []);
  assert.match(ended.stderr, /"operation":"confirmReport","route":"\/v1\/reports\/\{trackingId\}\/confirmation"/);
});
