// The programs outside npm that tests need: three browsers, a virus scanner, and what the guides use.
// `node scripts/system-programs.mjs` looks which are missing and, on Debian and its children, installs them with apt-get;
// when all are there it takes no time. Elsewhere it names what is missing: then the tests that need it say that they were
// skipped, and the build machine, which is a Debian, runs them.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findChromium, findFirefox, findWebKit } from './browsers/find-browsers.mjs';

/** Each program: how to see that it is there, the packages of Debian that it is in, and what for. */
const programs = [
  { name: 'Chromium', isThere: findChromium, packages: ['chromium'], why: 'browser tests, pages without script' },
  { name: 'Firefox', isThere: findFirefox, packages: ['firefox-esr'], why: 'browser tests' },
  { name: 'WebKitGTK', isThere: findWebKit, packages: ['webkit2gtk-driver', 'xvfb'], why: 'browser tests' },
  {
    name: 'clamd',
    isThere: () =>
      ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].some((path) => existsSync(path)),
    packages: ['clamav-daemon'],
    why: "the gateway's virus scan",
  },
  {
    name: 'PostgreSQL with pg_dump',
    isThere: () =>
      globSync('/usr/lib/postgresql/*/bin/pg_dump').some((path) => existsSync(join(dirname(path), 'initdb'))),
    packages: ['postgresql'],
    why: "a backup and a restore of the gateway's database",
  },
  {
    name: 'curl',
    isThere: () => ['/usr/bin/curl', '/usr/local/bin/curl', '/opt/homebrew/bin/curl'].some((path) => existsSync(path)),
    packages: ['curl'],
    why: 'the calls that the guides and READMEs show',
  },
  {
    name: 'nginx',
    isThere: () =>
      ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].some((path) => existsSync(path)),
    packages: ['nginx-light'],
    why: 'the gateway behind a proxy',
  },
];

const began = Date.now();
const say = (sentence) => console.log(`[${((Date.now() - began) / 1000).toFixed(0)} s] ${sentence}`);

const succeeds = (command, ...args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;

/** What stands before apt-get so that it may install: nothing for root, sudo where it asks no password. */
const asRoot = () => {
  if (!succeeds('apt-get', '--version')) return undefined;
  if (process.getuid?.() === 0) return [];
  return succeeds('sudo', '-n', 'true') ? ['sudo', '-n'] : undefined;
};

/** Runs a command, shows its errors at once and its output only when it fails, and a sign of life every ten seconds. */
const run = (what, [command, ...args]) =>
  new Promise((resolve, reject) => {
    say(`${what} …`);
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    const alive = setInterval(() => say(`  ${output.trimEnd().split('\n').at(-1).slice(0, 100)}`), 10_000);
    child.on('error', reject).on('close', (code) => {
      clearInterval(alive);
      if (code === 0) resolve();
      else reject(new Error(`${[command, ...args].join(' ')} ended with ${code}:\n${output.slice(-4000)}`));
    });
  });

const install = async (prefix, packages) => {
  const aptGet = [...prefix, 'apt-get', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await run('Asking apt-get what there is', [...aptGet, 'update']);
  const options = ['install', '--yes', '--no-install-recommends'];
  await run(`Installing ${packages.join(', ')}`, [...aptGet, ...options, ...packages]);
};

const missing = () => programs.filter(({ isThere }) => !isThere());
const absent = missing();
const prefix = absent.length > 0 ? asRoot() : undefined;
for (const { name, packages, why } of absent) say(`${name} is missing (${packages.join(', ')}): needed for ${why}.`);
if (prefix !== undefined) {
  await install(
    prefix,
    absent.flatMap(({ packages }) => packages),
  );
}
const still = missing().map(({ name }) => name);
if (still.length > 0) say(`Not installed: ${still.join(', ')}. Tests that need them are left out on this machine.`);
else say(`${programs.map(({ name }) => name).join(', ')}: all there.`);
// Where installing was possible nothing may be missing; elsewhere one browser is the least.
process.exitCode = still.length > 0 && (prefix !== undefined || !(findChromium() ?? findFirefox())) ? 1 : 0;
