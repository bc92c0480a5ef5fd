// `npm test` and `.ci/run` from outside, with a pnpm and an npm that only say what they were asked to do.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import test, { after, before } from 'node:test';

const root = join(import.meta.dirname, '..');
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const onPosix = {
  skip: process.platform === 'win32' ? 'the stand-ins are shell scripts' : false,
  timeout: 60_000,
};

let temporary;
let environment;

/** Puts a shell script where the commands look for their tools first. */
const standIn = (name, script) => {
  const file = join(temporary, 'bin', name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
};

/** A pnpm of the right version that does this when it is asked to run something. */
const pnpm = (script) =>
  standIn('pnpm', `[ "$1" = --version ] && { echo ${packageManager.replace('pnpm@', '')}; exit; }\n${script}`);

const node = (...args) => spawnSync(process.execPath, args, { cwd: temporary, encoding: 'utf8', env: environment });

before(() => {
  temporary = mkdtempSync(join(tmpdir(), 'lapor-commands-'));
  for (const name of ['scripts', '.ci', 'package.json'])
    cpSync(join(root, name), join(temporary, name), { recursive: true });
  mkdirSync(join(temporary, 'bin'));
  environment = {
    ...process.env,
    PATH: [join(temporary, 'bin'), process.env.PATH].join(delimiter),
    npm_config_prefix: '/outer',
  };
});
after(() => rmSync(temporary, { recursive: true }));

test('the bootstrap installs, then runs the script, and keeps its exit code', onPosix, () => {
  pnpm('echo "asked: $*, prefix: $npm_config_prefix."; [ "$1" = run ] && exit 7; exit 0');
  const { status, stdout } = node('scripts/run.mjs', 'dev', '--quick');
  const asked = stdout.split('\n').filter((line) => line.startsWith('asked: '));
  assert.deepEqual(asked, [
    'asked: install --frozen-lockfile --prefer-offline, prefix: .',
    'asked: run dev --quick, prefix: .',
  ]);
  assert.equal(status, 7);
});

test('the bootstrap runs nothing when the install fails', onPosix, () => {
  pnpm('[ "$1" = install ] && exit 3; echo ran');
  const { status, stdout } = node('scripts/run.mjs', 'dev');
  assert.equal(status, 3);
  assert.doesNotMatch(stdout, /^ran$/m);
});

for (const [signal, code] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
]) {
  test(`the bootstrap passes ${signal} on and waits for what it runs`, onPosix, async () => {
    pnpm('[ "$1" = run ] || exit 0; trap "echo closed; exit" INT TERM; echo ready; while :; do sleep 0.05; done');
    const child = spawn(process.execPath, ['scripts/run.mjs', 'dev'], { cwd: temporary, env: environment });
    let output = '';
    const ended = once(child, 'close');
    child.stdout.setEncoding('utf8').on('data', (text) => {
      if (!/^ready$/m.test(output) && /^ready$/m.test(output + text)) child.kill(signal);
      output += text;
    });
    const [status] = await ended;
    assert.match(output, /^closed$/m);
    assert.ok([0, code].includes(status), String(status));
  });
}

test('the check adds up the counts and ends with them', onPosix, () => {
  pnpm('case "$*" in *test:node*) echo "✓ some file"; echo "12 passed, 0 failed";; esac');
  const { status, stdout } = node('scripts/check.mjs');
  const steps = stdout.match(/: ok in /g).length;
  assert.match(stdout, new RegExp(`\\n${12 + steps - 1} passed, 0 failed\\n$`));
  assert.equal(status, 0);
});

test('the check goes on after a step that fails, names it, and still ends with the counts', onPosix, () => {
  pnpm('case "$*" in *build) exit 2;; *test:node*) echo "10 passed, 2 failed"; exit 1;; esac');
  const { status, stdout } = node('scripts/check.mjs');
  const steps = stdout.match(/: (ok|FAILED) in /g).length;
  assert.match(stdout, /^Failed: build, tests, docs$/m);
  assert.match(stdout, new RegExp(`\\n${10 + steps - 4 + 1} passed, 4 failed\\n$`));
  assert.equal(status, 1);
});

test('a run of tests that dies before it has counted is a failure', onPosix, () => {
  pnpm('case "$*" in *test:node*) echo "✓ some file"; exit 1;; esac');
  const { status, stdout } = node('scripts/check.mjs');
  assert.match(stdout, /\d+ passed, 1 failed\n$/);
  assert.equal(status, 1);
});

test('on a build machine the count is the last line whatever npm prints after it', onPosix, () => {
  const run = () => spawnSync(join(temporary, '.ci/run'), { encoding: 'utf8', env: environment });
  standIn('npm', 'echo "5 passed, 1 failed"; echo "npm error code 1"; exit 1');
  const failed = run();
  assert.match(failed.stdout, /npm error code 1\n5 passed, 1 failed\n$/);
  assert.equal(failed.status, 1);
  standIn('npm', 'echo "no network" >&2; exit 9');
  const broken = run();
  assert.match(broken.stdout, /no network\n0 passed, 1 failed\n$/);
  assert.equal(broken.status, 9);
  standIn('npm', 'echo "6 passed, 0 failed"; echo "npm notice" >&2');
  assert.match(run().stdout, /npm notice\n6 passed, 0 failed\n$/);
  standIn('npm', 'echo "6 passed, 0 failed"');
  const passed = run();
  assert.equal(passed.stdout, '6 passed, 0 failed\n');
  assert.equal(passed.status, 0);
});
